package org.countersign.review;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody said about a version, to everybody who works on the post.
 */
public record Comment(UUID id, UUID postId, int version, String by, String text, Instant at) {
}
