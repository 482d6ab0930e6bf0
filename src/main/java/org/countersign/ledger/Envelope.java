package org.countersign.ledger;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The part of a record that stays readable for ever: ids, times, the act, and a commitment to the payload. Its canonical
 * bytes are what is stored and what a tree is built on later; the payload can be destroyed without touching them.
 *
 * @param commitment SHA-256 of salt and payload, lower-case hexadecimal
 * @param length     length of the payload in bytes, without salt
 */
record Envelope(UUID id, UUID stream, long sequence, String kind, String retentionClass, Actor actor,
                Instant occurredAt, Instant recordedAt, Map<String, String> references, String commitment,
                int length) {

    static final String SCHEMA = "countersign/record/1";
    static final String TENANT = "1";

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] bytes() {
        Map<String, Object> members = new TreeMap<>();
        members.put("schema", SCHEMA);
        members.put("tenant", TENANT);
        members.put("recordId", id.toString());
        members.put("stream", stream.toString());
        members.put("streamSeq", Long.toString(sequence));
        members.put("kind", kind);
        members.put("retentionClass", retentionClass);
        members.put("actorId", actor.id());
        members.put("actorType", actor.type().name());
        members.put("occurredAt", occurredAt.toString());
        members.put("recordedAt", recordedAt.toString());
        members.put("references", references);
        members.put("payloadCommitment", commitment);
        members.put("payloadLength", Integer.toString(length));
        return CanonicalJson.bytes(members);
    }

    /** Whether the columns beside the envelope say the same as the envelope. */
    boolean describes(UUID rowId, UUID rowStream, long rowSequence, String rowKind, String rowClass, Instant rowTime) {
        return id.equals(rowId) && stream.equals(rowStream) && sequence == rowSequence && kind.equals(rowKind)
                && retentionClass.equals(rowClass) && recordedAt.equals(rowTime);
    }

    /**
     * @throws RuntimeException when the bytes are no JSON
     * @throws IllegalStateException when the bytes are not an envelope of this schema
     */
    @SuppressWarnings("unchecked")
    static Envelope parse(byte[] bytes) {
        try {
            Map<String, Object> members = JSON.readValue(bytes, new TypeReference<>() { });
            if (!SCHEMA.equals(members.get("schema"))) {
                throw new IllegalStateException("unknown schema of an envelope");
            }
            Actor actor = new Actor((String) members.get("actorId"),
                    Actor.Type.valueOf((String) members.get("actorType")));
            return new Envelope(UUID.fromString((String) members.get("recordId")),
                    UUID.fromString((String) members.get("stream")),
                    Long.parseLong((String) members.get("streamSeq")), (String) members.get("kind"),
                    (String) members.get("retentionClass"), actor,
                    Instant.parse((String) members.get("occurredAt")),
                    Instant.parse((String) members.get("recordedAt")),
                    (Map<String, String>) members.get("references"), (String) members.get("payloadCommitment"),
                    Integer.parseInt((String) members.get("payloadLength")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
