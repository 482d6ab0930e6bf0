package org.countersign.training;

import org.countersign.people.Role;

import java.time.Instant;
import java.util.UUID;

/** A role's signature below exactly this text. */
public record PolicySignature(UUID policyId, int round, Role role, String userId, String digest, Instant signedAt) {
}
