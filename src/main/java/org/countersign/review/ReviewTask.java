package org.countersign.review;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An open task about a post, as far as pages need it.
 *
 * @param kind       id of the task in its diagram: {@code reviewPost}, {@code revisePost}, {@code postByHand}
 * @param version    the version the task is about, or null when the process does not say
 * @param role       the role whose review is asked for, or null
 * @param deliveryId the delivery the task is about, or null
 * @param assignee   who has claimed it, or null
 * @param candidates user ids and group ids that may claim it
 * @param due        when it is due, or null
 */
public record ReviewTask(String id, String kind, String name, UUID postId, Integer version, String role, UUID deliveryId,
                         String assignee, Set<String> candidates, Instant due) {

    /** Whether the task is put before somebody with this id and these groups. */
    public boolean concerns(String userId, Set<String> groups) {
        return userId.equals(assignee) || candidates.contains(userId) || candidates.stream().anyMatch(groups::contains);
    }
}
