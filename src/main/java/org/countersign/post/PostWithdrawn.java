package org.countersign.post;

import java.util.UUID;

/**
 * The author takes a submitted post back. Published inside the transaction that withdraws it.
 */
public record PostWithdrawn(UUID postId, String by) {
}
