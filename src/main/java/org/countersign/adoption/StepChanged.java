package org.countersign.adoption;

import java.util.UUID;

/**
 * Something about a step changed: it was begun, submitted, decided, or lapsed before its time.
 *
 * @param act {@code begun}, {@code submitted}, {@code returned}, {@code accepted}, {@code refused}, {@code waived},
 *            {@code lapsed}
 */
public record StepChanged(UUID programId, Step step, String act) {
}
