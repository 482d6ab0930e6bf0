package org.countersign.training;

import java.time.Duration;
import java.time.Instant;

/**
 * A module that a person must have done.
 *
 * @param dueAt          when it must be done (again), exclusive
 * @param completedAt    when it was done last, with content that still counts; null when it was not
 * @param contentVersion version of the content that was learned; null when it was not
 */
public record Assignment(String userId, String module, Instant assignedAt, Instant dueAt, Instant completedAt,
                         Integer contentVersion) {

    /** How an assignment stands at a moment. */
    public enum State {
        CURRENT("Done"), RENEWAL_NEAR("Renew soon"), OPEN("To do"), OVERDUE("Overdue"), LAPSED("Lapsed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether the training counts. */
        public boolean counts() {
            return this == CURRENT || this == RENEWAL_NEAR;
        }
    }

    /** @param notice how long before its end a training is near renewal */
    public State state(Instant now, Duration notice) {
        boolean over = !now.isBefore(dueAt);
        if (completedAt == null) {
            return over ? State.OVERDUE : State.OPEN;
        }
        if (over) {
            return State.LAPSED;
        }
        return now.isBefore(dueAt.minus(notice)) ? State.CURRENT : State.RENEWAL_NEAR;
    }

    /** Whether it counts until the content changes. */
    public boolean endless() {
        return Assignments.NEVER.equals(dueAt);
    }

    /** Whether the person has done it, and it counts at this moment. */
    public boolean current(Instant now) {
        return completedAt != null && now.isBefore(dueAt);
    }
}
