package org.countersign.people;

import java.time.Instant;
import java.util.Optional;

/**
 * One reason why a person may not use the right of a role at the moment, although they hold it: training that lapsed, for
 * instance. Modules contribute conditions; whoever lets a person write, review or reply asks all of them.
 */
public interface RightCondition {

    /** Why this person must not act in this role now, as a sentence that says what to do; empty when they may. */
    Optional<String> refusal(String userId, Role role, Instant now);
}
