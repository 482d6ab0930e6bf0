package org.countersign.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Dispatch.Attachment;
import org.countersign.publishing.connector.Pictures;
import org.countersign.publishing.connector.WebAddresses;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A post as AT Protocol files it (lexicon {@code app.bsky.feed.post}). Depends on the dispatch alone, so that each
 * attempt sends the same record and a stored one can be recognized.
 */
final class PostRecord {

    static final String COLLECTION = "app.bsky.feed.post";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private PostRecord() {
    }

    static ObjectNode of(Dispatch dispatch) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("$type", COLLECTION).put("text", dispatch.text()).put("createdAt", TIME.format(dispatch.recordTime()));
        ArrayNode facets = facets(dispatch.text());
        if (!facets.isEmpty()) {
            record.set("facets", facets);
        }
        if (!dispatch.attachments().isEmpty()) {
            ArrayNode images = record.putObject("embed").put("$type", "app.bsky.embed.images").putArray("images");
            dispatch.attachments().forEach(attachment -> images.add(image(attachment)));
        }
        return record;
    }

    /** Whether a stored record says what we sent: anything that was added, left out or changed makes it another. */
    static boolean same(JsonNode stored, ObjectNode ours) {
        return ours.equals(stored);
    }

    private static ObjectNode image(Attachment attachment) {
        ObjectNode image = JsonNodeFactory.instance.objectNode();
        image.put("alt", attachment.altText());
        ObjectNode blob = image.putObject("image");
        blob.put("$type", "blob").putObject("ref").put("$link", ContentId.ofSha256(attachment.sha256()));
        blob.put("mimeType", attachment.contentType()).put("size", attachment.bytes().length);
        Pictures.size(attachment.bytes()).ifPresent(size ->
                image.putObject("aspectRatio").put("width", size.width).put("height", size.height));
        return image;
    }

    /** Links in the text; the protocol counts their places in UTF-8 bytes. */
    private static ArrayNode facets(String text) {
        ArrayNode facets = JsonNodeFactory.instance.arrayNode();
        for (WebAddresses.Place place : WebAddresses.in(text)) {
            ObjectNode facet = facets.addObject();
            facet.putObject("index").put("byteStart", bytes(text, place.start())).put("byteEnd", bytes(text, place.end()));
            facet.putArray("features").addObject().put("$type", "app.bsky.richtext.facet#link").put("uri", place.address());
        }
        return facets;
    }

    private static int bytes(String text, int position) {
        return text.substring(0, position).getBytes(UTF_8).length;
    }
}
