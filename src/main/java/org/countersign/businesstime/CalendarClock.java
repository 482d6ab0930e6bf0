package org.countersign.businesstime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * Computes deadlines on one business calendar.
 */
final class CalendarClock implements BusinessClock {

    private static final int HALFWAY_PERCENT = 50;
    private static final int NEARLY_PERCENT = 80;

    private final BusinessCalendar calendar;
    private final TimeInSpans openTime;
    private final TimeInSpans workDays;

    CalendarClock(BusinessCalendar calendar) {
        this.calendar = calendar;
        this.openTime = new TimeInSpans(calendar.zone(), calendar::open);
        this.workDays = new TimeInSpans(calendar.zone(),
                date -> calendar.workDay(date) ? List.of(calendar.wholeDay(date)) : List.of());
    }

    @Override
    public Deadline deadline(Instant start, int amount, Unit unit) {
        if (amount <= 0) {
            throw new IllegalArgumentException("A deadline needs a positive amount, not " + amount);
        }
        RunningTime clock = switch (unit) {
            case MINUTES, HOURS, CALENDAR_DAYS -> RunningTime.ALWAYS;
            case BUSINESS_MINUTES, BUSINESS_HOURS, BUSINESS_DAYS -> openTime;
            case WORK_DAYS -> workDays;
        };
        Instant due = switch (unit) {
            case MINUTES, BUSINESS_MINUTES -> clock.advance(start, Duration.ofMinutes(amount));
            case HOURS, BUSINESS_HOURS -> clock.advance(start, Duration.ofHours(amount));
            case CALENDAR_DAYS -> calendar.instant(local(start).plusDays(amount));
            case BUSINESS_DAYS -> businessDaysAfter(start, amount);
            case WORK_DAYS -> endOf(nth(amount, local(start).toLocalDate(), calendar::workDay));
        };
        long seconds = clock.between(start, due).toSeconds();
        return new Deadline(start, clock.advance(start, percent(seconds, HALFWAY_PERCENT)),
                clock.advance(start, percent(seconds, NEARLY_PERCENT)), due, calendar.label());
    }

    @Override
    public Instant opening(Instant moment) {
        return openTime.running(moment);
    }

    private Instant businessDaysAfter(Instant start, int amount) {
        LocalDateTime from = local(openTime.running(start));
        LocalDate day = nth(amount, from.toLocalDate(), date -> !calendar.open(date).isEmpty());
        return clamp(day, from.toLocalTime());
    }

    /** The same time of day, moved forward to the next opening of that day, or back to its closing. */
    private Instant clamp(LocalDate day, LocalTime time) {
        Instant wanted = calendar.instant(day.atTime(time));
        List<Span> open = calendar.open(day);
        return open.stream()
                .filter(span -> wanted.isBefore(span.to()))
                .findFirst()
                .map(span -> wanted.isBefore(span.from()) ? span.from() : wanted)
                .orElseGet(() -> open.get(open.size() - 1).to());
    }

    private static LocalDate nth(int amount, LocalDate after, Predicate<LocalDate> counts) {
        LocalDate date = after;
        for (int left = amount; left > 0; ) {
            date = date.plusDays(1);
            if (counts.test(date)) {
                left--;
            }
        }
        return date;
    }

    /** The last second of a day, so that the deadline still shows the date that the law means. */
    private Instant endOf(LocalDate day) {
        return calendar.wholeDay(day).to().minusSeconds(1);
    }

    private LocalDateTime local(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDateTime();
    }

    private static Duration percent(long seconds, int percent) {
        return Duration.ofSeconds(seconds * percent / 100);
    }
}
