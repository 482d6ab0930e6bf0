package org.countersign.businesstime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/**
 * A clock that runs only in some spans of each day and stands still otherwise.
 *
 * @param zone  the zone whose dates are asked for
 * @param spans the spans of a date in their order; throws for a date that the calendar does not know
 */
record TimeInSpans(ZoneId zone, Function<LocalDate, List<Span>> spans) implements RunningTime {

    @Override
    public Instant advance(Instant start, Duration amount) {
        Duration left = amount;
        for (LocalDate date = dateOf(start); ; date = date.plusDays(1)) {
            for (Span day : spans.apply(date)) {
                Span span = day.within(start, Instant.MAX);
                if (!span.isEmpty() && span.length().compareTo(left) >= 0) {
                    return span.from().plus(left);
                }
                left = left.minus(span.length());
            }
        }
    }

    @Override
    public Duration between(Instant start, Instant end) {
        LocalDate last = dateOf(end);
        Duration sum = Duration.ZERO;
        for (LocalDate date = dateOf(start); !date.isAfter(last); date = date.plusDays(1)) {
            for (Span span : spans.apply(date)) {
                sum = sum.plus(span.within(start, end).length());
            }
        }
        return sum;
    }

    /** The moment itself while the clock runs, otherwise the moment at which it goes on. */
    Instant running(Instant moment) {
        return advance(moment, Duration.ZERO);
    }

    private LocalDate dateOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }
}
