package org.countersign.adoption;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that was prepared for the decision on a step, or measured on the running system. Never changes.
 *
 * @param cycle   the round of work that it belongs to
 * @param kind    what the plan of the step calls it: {@code business-case}, {@code check:ledger-verifies}
 * @param content what was filled in or measured, by labels of its own
 * @param digest  SHA-256 over the RFC 8785 form of kind, title and content, in hexadecimal
 */
public record StepEvidence(UUID id, UUID programId, Step step, int cycle, String kind, String title,
                           Map<String, Object> content, String digest, String addedBy, Instant addedAt) {
}
