package org.countersign.adoption;

import java.util.UUID;

/** A program began; its process begins in the same transaction. */
public record ProgramStarted(UUID programId, String userId) {
}
