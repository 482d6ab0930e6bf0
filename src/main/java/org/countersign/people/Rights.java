package org.countersign.people;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/**
 * Whether a person may use the right of a role now.
 */
@Component
public class Rights {

    private final ObjectProvider<RightCondition> conditions;
    private final Clock clock;

    Rights(ObjectProvider<RightCondition> conditions, Clock clock) {
        this.conditions = conditions;
        this.clock = clock;
    }

    /** The first reason why not, as a sentence for people; empty when the person may act. */
    public Optional<String> refusal(String userId, Role role) {
        return conditions.orderedStream().flatMap(condition -> condition.refusal(userId, role, clock.instant()).stream())
                .findFirst();
    }
}
