package org.countersign.post;

import java.time.Instant;
import java.util.Optional;

/**
 * One reason why a version may not go out right now. Modules contribute conditions; the publisher asks all of them under
 * the lock of the post, right before sending.
 */
public interface PublicationCondition {

    /** Why this version must not be sent at this moment, as a sentence for people; empty when it may. */
    Optional<String> refusal(PostVersion version, Instant now);

    /** Whether a refused post goes back to its author for a new time; otherwise a person removes the cause. */
    default boolean needsNewTime() {
        return false;
    }
}
