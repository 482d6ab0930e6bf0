package org.countersign.oversight;

import java.time.LocalDate;

/**
 * What was decided when a report was discussed.
 *
 * @param owner user id of who does it; null for a decision
 * @param dueOn by when it is done; null for a decision
 */
public record Minute(Kind kind, String body, String owner, LocalDate dueOn) {

    public enum Kind { DECISION, ACTION }

    public static Minute decision(String body) {
        return new Minute(Kind.DECISION, body, null, null);
    }

    public static Minute action(String body, String owner, LocalDate dueOn) {
        return new Minute(Kind.ACTION, body, owner, dueOn);
    }
}
