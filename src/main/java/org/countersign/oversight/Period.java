package org.countersign.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that a figure is about.
 *
 * @param first the first day
 * @param last  the last day, inclusive
 * @param zone  where the days begin and end
 */
public record Period(String label, LocalDate first, LocalDate last, ZoneId zone) {

    /** @throws IllegalArgumentException with a sentence for people when the days are not in order */
    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The period ends before it begins: choose a last day on or after " + first + ".");
        }
    }

    public Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The first moment that no longer belongs to it. */
    public Instant to() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
