package org.countersign.post;

import java.time.Instant;
import java.util.UUID;

/**
 * A version as it was submitted. Never changes.
 *
 * @param number from 1 for each post
 * @param digest content digest, SHA-256 in lower-case hexadecimal
 */
public record PostVersion(UUID postId, int number, String digest, PostContent content, String submittedBy,
                          Instant submittedAt) {
}
