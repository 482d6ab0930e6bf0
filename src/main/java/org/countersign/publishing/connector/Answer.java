package org.countersign.publishing.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.http.HttpHeaders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/**
 * The answer of a server.
 */
public record Answer(int status, HttpHeaders headers, String body) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            JsonNode node = Wire.JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** A text in the body by its JSON pointer; null when it is not there or blank. */
    public String text(String pointer) {
        String value = json().at(pointer).asText("");
        return value.isBlank() ? null : value;
    }

    /**
     * What the server asks us to wait: {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3); null when it does
     * not say.
     */
    public Duration retryAfter(Instant now) {
        String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        try {
            return value.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value.strip()))
                    : Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
