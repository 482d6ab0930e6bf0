package org.countersign.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import org.countersign.ledger.Actor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The record of one post.
 *
 * @param verification what re-reading it found
 * @param entries      in the order in which they were appended
 */
record PostRecord(UUID postId, Verification verification, List<Entry> entries) {

    /**
     * @param records  how many records were read
     * @param unbroken whether nothing is missing and nothing was changed
     * @param problems what is wrong, one sentence each
     */
    record Verification(long records, boolean unbroken, List<String> problems) {
    }

    /**
     * One act.
     *
     * @param sequence   its place in the stream, from 1
     * @param who        name of the person, or of the application
     * @param what       the act in words
     * @param references ids that stay readable for ever
     * @param payload    everything else; absent when it was disposed of or cannot be read
     */
    record Entry(long sequence, UUID id, String kind, Actor actor, String who, String what, Instant occurredAt,
                 Instant recordedAt, Map<String, String> references, JsonNode payload) {

        public String version() {
            return references.get("version");
        }

        public String shortDigest() {
            String digest = references.get("digest");
            return digest == null ? null : digest.substring(0, Math.min(12, digest.length()));
        }

        /** The payload as rows of a table. */
        public List<PayloadRows.Row> rows() {
            return PayloadRows.of(payload);
        }
    }
}
