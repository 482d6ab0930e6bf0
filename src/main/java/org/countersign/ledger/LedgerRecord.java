package org.countersign.ledger;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A record as it was kept.
 *
 * @param sequence   the place in its stream, from 1 without gaps
 * @param payload    the decrypted payload, or null when it was disposed of
 */
public record LedgerRecord(UUID id, UUID stream, long sequence, String kind, Actor actor, Instant occurredAt,
                           Instant recordedAt, Map<String, String> references, JsonNode payload) {
}
