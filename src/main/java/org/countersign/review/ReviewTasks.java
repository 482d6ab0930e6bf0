package org.countersign.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The open tasks about posts: answered by the adapter to the engine.
 */
public interface ReviewTasks {

    /** The open task; empty when there is none with this id, or when it is not about a post. */
    Optional<ReviewTask> find(String taskId);

    /** Every open task about a post. */
    List<ReviewTask> of(UUID postId);
}
