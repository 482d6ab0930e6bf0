package org.countersign.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One act that is to be kept.
 *
 * @param stream     what the act belongs to: the id of the post, the account, the case
 * @param kind       the act, as {@code noun.verb} in the past: {@code version.submitted}, {@code review.decided}
 * @param actor      who did it
 * @param occurredAt when it happened, UTC
 * @param references ids that stay readable for ever (process instance, task, digest, version, decision table version);
 *                   never text of a post, names, addresses or anything about a patient
 * @param payload    everything else, written as JSON and encrypted with a key of its own
 */
public record LedgerEntry(UUID stream, String kind, Actor actor, Instant occurredAt,
                          Map<String, String> references, Object payload) {
}
