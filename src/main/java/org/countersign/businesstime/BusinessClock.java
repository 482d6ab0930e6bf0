package org.countersign.businesstime;

import java.time.Instant;

/**
 * Computes deadlines in the unit they are given in, with holidays, opening hours and time zone of the organization. Every
 * clock carries its unit; the engine is handed absolute instants.
 */
public interface BusinessClock {

    /** How a deadline counts. */
    enum Unit {
        /** Runs always. */
        MINUTES,
        /** Runs always; an hour is an hour, also when the clocks change. */
        HOURS,
        /** Runs always: the same local time that many days later. */
        CALENDAR_DAYS,
        /** Runs only while the organization is open. */
        BUSINESS_MINUTES,
        /** Runs only while the organization is open. */
        BUSINESS_HOURS,
        /**
         * That many open days later at the same local time, moved into the opening hours of that day. What comes in
         * while the organization is closed counts as coming in at the next opening: one business day after Friday 16:00
         * is Monday 16:00, one business day after Saturday is Tuesday at opening.
         */
        BUSINESS_DAYS,
        /**
         * Monday through Friday except holidays, whatever the opening hours (21 CFR 803.3). The first day is the one
         * after the start (21 CFR 803.30), and the deadline is the last second of the last day.
         */
        WORK_DAYS
    }

    /**
     * The deadline that many units after a moment, with the moments of 50 and 80 per cent of the same clock.
     * A deadline may be the moment of closing, but never lies in closed time when the unit is one of business time.
     *
     * @throws IllegalArgumentException when the amount is not positive, or the calendar does not reach that far
     */
    Deadline deadline(Instant start, int amount, Unit unit);

    /**
     * The moment itself while the organization is open, otherwise the next opening.
     *
     * @throws IllegalArgumentException when the calendar does not reach that far
     */
    Instant opening(Instant moment);
}
