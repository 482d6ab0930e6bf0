package org.countersign.post;

import java.util.UUID;

/**
 * A version was frozen. Published inside the transaction that froze it.
 *
 * @param first whether it is the first version of the post
 */
public record PostSubmitted(UUID postId, int version, boolean first, String by) {
}
