package org.countersign.publishing.mastodon.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the server has, one line of JSON per event in a file, read again when it starts: what was posted stays posted.
 */
final class StatusStore {

    record Media(String id, String contentType, String description, byte[] bytes) {
    }

    record Status(String id, Instant createdAt, String text, List<String> mediaIds) {
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Media> media = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Map<String, String> idByKey = new LinkedHashMap<>();
    private long last = 109_000_000;

    StatusStore(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                replay(JSON.readTree(line));
            }
        }
    }

    synchronized Media addMedia(String contentType, String description, byte[] bytes) {
        ObjectNode event = JSON.createObjectNode().put("event", "media").put("id", Long.toString(last + 1))
                .put("contentType", contentType).put("description", description)
                .put("bytes", Base64.getEncoder().encodeToString(bytes));
        append(event);
        return media.get(event.get("id").asText());
    }

    /** A repetition of a key answers the status of the first request. */
    synchronized Status addStatus(String key, String text, List<String> mediaIds) {
        if (key != null && idByKey.containsKey(key)) {
            return statuses.get(idByKey.get(key));
        }
        ObjectNode event = JSON.createObjectNode().put("event", "status").put("id", Long.toString(last + 1))
                .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()).put("text", text).put("key", key);
        mediaIds.forEach(event.putArray("media")::add);
        append(event);
        return statuses.get(event.get("id").asText());
    }

    synchronized boolean delete(String id) {
        if (!statuses.containsKey(id)) {
            return false;
        }
        append(JSON.createObjectNode().put("event", "delete").put("id", id));
        return true;
    }

    synchronized Media media(String id) {
        return media.get(id);
    }

    synchronized Status status(String id) {
        return statuses.get(id);
    }

    /** Newest first. */
    synchronized List<Status> statuses() {
        List<Status> all = new ArrayList<>(statuses.values());
        Collections.reverse(all);
        return all;
    }

    private void append(ObjectNode event) {
        try {
            Files.writeString(file, event + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replay(event);
    }

    private void replay(JsonNode event) {
        String id = event.get("id").asText();
        last = Math.max(last, Long.parseLong(id));
        switch (event.get("event").asText()) {
            case "media" -> media.put(id, new Media(id, event.get("contentType").asText(),
                    event.get("description").asText(null), Base64.getDecoder().decode(event.get("bytes").asText())));
            case "status" -> {
                List<String> mediaIds = new ArrayList<>();
                event.get("media").forEach(node -> mediaIds.add(node.asText()));
                statuses.put(id, new Status(id, Instant.parse(event.get("at").asText()), event.get("text").asText(), mediaIds));
                if (event.hasNonNull("key")) {
                    idByKey.put(event.get("key").asText(), id);
                }
            }
            default -> statuses.remove(id);
        }
    }
}
