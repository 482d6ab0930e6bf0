package org.countersign.businesstime;

import java.time.Instant;

/**
 * A deadline with the moments at which people are reminded of it.
 *
 * @param start    when the clock began to run, UTC
 * @param halfway  50 per cent of the business time is gone
 * @param nearly   80 per cent of the business time is gone
 * @param due      the deadline itself
 * @param calendar name and version of the business calendar that was used
 */
public record Deadline(Instant start, Instant halfway, Instant nearly, Instant due, String calendar) {
}
