package org.countersign.adoption;

import java.util.UUID;

/** A step must be renewed and nobody works on it yet; its process begins in the same transaction. */
public record StepDue(UUID programId, Step step) {
}
