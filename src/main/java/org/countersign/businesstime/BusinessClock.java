package org.countersign.businesstime;

import java.time.Instant;

/**
 * Computes deadlines in the unit they are given in, with holidays, opening hours and time zone of the organization. Every
 * clock carries its unit; the engine is handed absolute instants.
 */
public interface BusinessClock {

    /** How a deadline counts. */
    enum Unit { MINUTES, HOURS, CALENDAR_DAYS, BUSINESS_MINUTES, BUSINESS_HOURS, BUSINESS_DAYS, WORK_DAYS }

    /**
     * The deadline that many units after a moment, with the moments of 50 and 80 per cent of the same clock.
     *
     * @throws IllegalArgumentException when the amount is not positive, or the calendar does not reach that far
     */
    Deadline deadline(Instant start, int amount, Unit unit);
}
