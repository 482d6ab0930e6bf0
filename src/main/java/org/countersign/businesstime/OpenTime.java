package org.countersign.businesstime;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long the organization was open between two moments. The spans of all days are laid out once, so that a statistic can
 * ask for hundreds of thousands of pairs.
 */
@Component
public class OpenTime {

    private final Instant first;
    private final Instant end;
    private final long[] opens;
    private final long[] closes;
    /** Open seconds before each opening. */
    private final long[] before;

    OpenTime(BusinessCalendar calendar) {
        first = calendar.wholeDay(calendar.validFrom()).from();
        end = calendar.wholeDay(calendar.validUntil()).to();
        List<Span> spans = calendar.validFrom().datesUntil(calendar.validUntil().plusDays(1))
                .flatMap(date -> calendar.open(date).stream()).toList();
        opens = spans.stream().mapToLong(span -> span.from().getEpochSecond()).toArray();
        closes = spans.stream().mapToLong(span -> span.to().getEpochSecond()).toArray();
        before = new long[opens.length];
        for (int i = 1; i < opens.length; i++) {
            before[i] = before[i - 1] + closes[i - 1] - opens[i - 1];
        }
    }

    /** To the second; empty when the calendar does not reach to one of the moments, or they are not in order. */
    public Optional<Duration> between(Instant from, Instant to) {
        return from.isBefore(first) || to.isAfter(end) || to.isBefore(from) ? Optional.empty()
                : Optional.of(Duration.ofSeconds(openUntil(to.getEpochSecond()) - openUntil(from.getEpochSecond())));
    }

    private long openUntil(long moment) {
        int found = Arrays.binarySearch(opens, moment);
        int span = found >= 0 ? found : -found - 2;
        return span < 0 ? 0 : before[span] + Math.min(moment, closes[span]) - opens[span];
    }
}
