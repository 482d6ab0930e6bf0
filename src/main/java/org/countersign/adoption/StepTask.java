package org.countersign.adoption;

import java.util.Set;
import java.util.UUID;

/**
 * An open task of a step, as far as pages need it.
 *
 * @param form       id of its form: the kind of evidence that it prepares, or {@link #DECISION}
 * @param assignee   who has claimed it, or null
 * @param candidates user ids and group ids that may claim it
 */
public record StepTask(String id, String name, UUID programId, Step step, String form, String assignee,
                       Set<String> candidates) {

    /** The form in which a step is decided. */
    public static final String DECISION = "decide-step";

    /** Whether the task is put before somebody with this id and these groups. */
    public boolean concerns(String userId, Set<String> groups) {
        return userId.equals(assignee) || candidates.contains(userId) || candidates.stream().anyMatch(groups::contains);
    }
}
