package org.countersign.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A version of the social media policy of an entity.
 *
 * @param number   from 1, for each entity
 * @param sections text by key of the section
 * @param reasons  why findings of the lint stand, by their keys
 * @param revision counts the changes, so that the second of two people who edit at once is told
 * @param round    counts the submissions
 * @param digest   SHA-256 of the canonical text; null in a draft
 */
public record PolicyVersion(UUID id, String entity, int number, String title, Map<String, String> sections,
                            Map<String, String> reasons, State state, int revision, int round, String digest,
                            String createdBy, Instant createdAt, String submittedBy, Instant submittedAt,
                            String publishedBy, Instant publishedAt) {

    public enum State {
        DRAFT("Draft"), SUBMITTED("Waiting for signatures"), PUBLISHED("Published");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private static final String SCHEMA = "countersign/policy/1";

    /** The text of a section; empty when nothing was written. */
    public String text(String key) {
        return sections.getOrDefault(key, "");
    }

    /** The digest of what would be signed now. */
    String digestNow() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("schema", SCHEMA);
        content.put("entity", entity);
        content.put("number", Integer.toString(number));
        content.put("title", title);
        content.put("sections", new TreeMap<>(sections));
        return Digest.of(content);
    }
}
