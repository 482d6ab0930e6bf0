package org.countersign.businesstime;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time in which a clock runs: from the first moment to the second, which no longer belongs to it.
 */
public record Span(Instant from, Instant to) {

    public boolean isEmpty() {
        return !from.isBefore(to);
    }

    public Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, to);
    }

    /** What is left of this span between two moments. */
    Span within(Instant start, Instant end) {
        return new Span(from.isBefore(start) ? start : from, to.isAfter(end) ? end : to);
    }
}
