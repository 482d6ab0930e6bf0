package org.countersign.adoption;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody proved anew who they are, for one task and exactly this evidence, and what they meant by it
 * (21 CFR 11.50, 11.200).
 *
 * @param meaning        in the words of the person who signed
 * @param evidenceDigest of the round that was shown
 */
public record Signature(UUID id, String userId, String taskId, String meaning, Instant signedAt, String evidenceDigest) {
}
