package org.countersign.training;

import java.time.Instant;
import java.util.UUID;

/**
 * Evidence that a person was shown exactly this content and did what the module asks for.
 *
 * @param digest SHA-256 of the content that was shown
 * @param score  percent of right answers; null without a quiz
 * @param passed false for a quiz below the pass mark
 */
public record Attestation(UUID id, String userId, String module, int contentVersion, String digest, Answers answers,
                          Integer score, boolean passed, Instant at) {
}
