package org.countersign.people;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The days on which somebody is away.
 *
 * @param person user id
 * @param from   first day of the absence
 * @param to     the day on which the person is back; no longer part of the absence
 * @param deputy user id of who stands in, or null when nobody does
 */
public record Absence(UUID id, String person, LocalDate from, LocalDate to, String deputy, Reason reason) {

    /** Why somebody is away: no more than colleagues need to know. */
    public enum Reason {
        LEAVE("Leave"),
        BUSINESS("Away on business"),
        OTHER("Other");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    boolean overlaps(Absence other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }
}
