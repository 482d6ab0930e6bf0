package org.countersign.post;

import org.countersign.ledger.CanonicalJson;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The digest that an approval is bound to: SHA-256 over the canonical JSON (RFC 8785) of everything that readers,
 * networks or the clock would notice. Strings only; pictures by the digest of their bytes.
 */
public final class ContentDigest {

    private static final String SCHEMA = "countersign/post/1";

    private ContentDigest() {
    }

    /**
     * The digest in lower-case hexadecimal, 64 characters.
     *
     * @throws IllegalArgumentException when a text holds half of a surrogate pair
     */
    public static String of(PostContent content) {
        Map<String, Object> members = new TreeMap<>();
        members.put("schema", SCHEMA);
        members.put("kind", content.kind().name());
        members.put("texts", texts(content));
        members.put("links", content.links());
        members.put("media", content.media().stream().map(ContentDigest::media).toList());
        members.put("accounts", content.accounts());
        members.put("schedule", schedule(content.schedule()));
        members.put("aiAssisted", Boolean.toString(content.aiAssisted()));
        members.put("paid", Boolean.toString(content.paid()));
        members.put("serviceLine", content.serviceLine().name());
        members.put("personShown", Boolean.toString(content.personShown()));
        members.put("newsLinked", Boolean.toString(content.newsLinked()));
        return sha256(CanonicalJson.bytes(members));
    }

    /** SHA-256 in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether the text can be digested and stored: no half of a surrogate pair, no NUL. */
    public static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) && text.indexOf('\u0000') < 0;
    }

    private static Map<String, String> texts(PostContent content) {
        Map<String, String> texts = new TreeMap<>();
        content.texts().forEach((channel, text) -> texts.put(channel.name(), text));
        return texts;
    }

    private static Map<String, String> media(MediaItem item) {
        return Map.of("sha256", item.sha256(), "contentType", item.contentType(), "altText", text(item.altText()),
                "decorativeReason", text(item.decorativeReason()), "caption", text(item.caption()));
    }

    private static List<String> schedule(Schedule schedule) {
        return List.of(text(schedule.notBefore()), text(schedule.notAfter()), schedule.zone().getId());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String text(Instant value) {
        return value == null ? "" : value.toString();
    }
}
