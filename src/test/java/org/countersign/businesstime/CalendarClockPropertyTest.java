package org.countersign.businesstime;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.countersign.businesstime.BusinessClock.Unit;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every start in 2026, around the changes of the clocks too, and for every amount. */
class CalendarClockPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final BusinessCalendar CALENDAR = calendar();

    private final BusinessClock clock = new CalendarClock(CALENDAR);

    @Property
    void aLargerAmountIsNeverDueEarlier(@ForAll("starts") Instant start, @ForAll Unit unit,
                                        @ForAll @IntRange(min = 1, max = 200) int less,
                                        @ForAll @IntRange(min = 1, max = 200) int more) {
        assertThat(due(start, less + more, unit)).isAfterOrEqualTo(due(start, less, unit)).isAfter(start);
    }

    @Property
    void aLaterStartIsNeverDueEarlier(@ForAll("starts") Instant start, @ForAll Unit unit,
                                      @ForAll @IntRange(min = 0, max = 5000) int minutesLater,
                                      @ForAll @IntRange(min = 1, max = 200) int amount) {
        Instant later = start.plus(Duration.ofMinutes(minutesLater));

        assertThat(due(later, amount, unit)).isAfterOrEqualTo(due(start, amount, unit));
    }

    @Property
    void partsOfADeadlineAddUp(@ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 5000) int first,
                               @ForAll @IntRange(min = 1, max = 5000) int second) {
        for (Unit unit : List.of(Unit.MINUTES, Unit.BUSINESS_MINUTES)) {
            assertThat(due(due(start, first, unit), second, unit)).isEqualTo(due(start, first + second, unit));
        }
    }

    @Property
    void businessTimeIsNeverDueWhileClosed(@ForAll("starts") Instant start,
                                           @ForAll @IntRange(min = 1, max = 200) int amount) {
        for (Unit unit : List.of(Unit.BUSINESS_MINUTES, Unit.BUSINESS_HOURS, Unit.BUSINESS_DAYS)) {
            Deadline deadline = clock.deadline(start, amount, unit);

            assertThat(List.of(deadline.halfway(), deadline.nearly(), deadline.due()))
                    .allSatisfy(moment -> assertThat(openOrJustClosing(moment)).as("%s", moment).isTrue());
        }
    }

    @Property
    void remindersComeInOrder(@ForAll("starts") Instant start, @ForAll Unit unit,
                              @ForAll @IntRange(min = 1, max = 200) int amount) {
        Deadline deadline = clock.deadline(start, amount, unit);

        assertThat(deadline.halfway()).isAfterOrEqualTo(start).isBeforeOrEqualTo(deadline.nearly());
        assertThat(deadline.nearly()).isBeforeOrEqualTo(deadline.due());
    }

    @Property
    void businessMinutesAreTheOpenMinutesBetween(@ForAll("starts") Instant start,
                                                 @ForAll @IntRange(min = 1, max = 1500) int amount) {
        Instant due = due(start, amount, Unit.BUSINESS_MINUTES);

        long open = 0;
        for (Instant minute = start; minute.isBefore(due); minute = minute.plusSeconds(60)) {
            open += openAt(minute) ? 1 : 0;
        }
        assertThat(open).isEqualTo(amount);
    }

    @Property
    void workDaysEndWithAWorkDay(@ForAll("starts") Instant start, @ForAll @IntRange(min = 1, max = 60) int amount) {
        LocalDateTime due = due(start, amount, Unit.WORK_DAYS).atZone(ZONE).toLocalDateTime();

        LocalDate first = start.atZone(ZONE).toLocalDate().plusDays(1);
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
        assertThat(CALENDAR.workDay(due.toLocalDate())).isTrue();
        assertThat(first.datesUntil(due.toLocalDate().plusDays(1)).filter(CALENDAR::workDay)).hasSize(amount);
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.oneOf(
                minutesBetween("2026-01-01T00:00", "2026-12-31T23:59"),
                minutesBetween("2026-03-06T00:00", "2026-03-10T00:00"),
                minutesBetween("2026-10-30T00:00", "2026-11-03T00:00"));
    }

    private static Arbitrary<Instant> minutesBetween(String from, String until) {
        Instant first = LocalDateTime.parse(from).atZone(ZONE).toInstant();
        Instant last = LocalDateTime.parse(until).atZone(ZONE).toInstant();
        return Arbitraries.longs().between(0, Duration.between(first, last).toMinutes())
                .map(minutes -> first.plus(Duration.ofMinutes(minutes)));
    }

    private Instant due(Instant start, int amount, Unit unit) {
        return clock.deadline(start, amount, unit).due();
    }

    private static boolean openOrJustClosing(Instant moment) {
        return openAt(moment) || openAt(moment.minusNanos(1));
    }

    /** Asked in another way than the clock does: by the local time of the moment. */
    private static boolean openAt(Instant moment) {
        LocalDateTime local = moment.atZone(ZONE).toLocalDateTime();
        return !CALENDAR.holidays().containsKey(local.toLocalDate())
                && CALENDAR.openingHours().get(local.getDayOfWeek()).stream().anyMatch(hours ->
                !local.isBefore(hours.opensOn(local.toLocalDate())) && local.isBefore(hours.closesOn(local.toLocalDate())));
    }

    /** Two shifts on weekdays, a short Saturday, and a Sunday that is open through the night when the clocks change. */
    private static BusinessCalendar calendar() {
        Map<DayOfWeek, List<OpeningHours>> hours = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            hours.put(day, List.of(OpeningHours.parse("08:00-12:00"), OpeningHours.parse("13:00-17:00")));
        }
        hours.put(DayOfWeek.SATURDAY, List.of(OpeningHours.parse("09:30-11:00")));
        hours.put(DayOfWeek.SUNDAY, List.of(OpeningHours.parse("00:00-06:00"), OpeningHours.parse("22:00-24:00")));
        return new BusinessCalendar("test", "1", ZONE, hours, LocalDate.parse("2026-01-01"), LocalDate.parse("2029-12-31"),
                "invented", LocalDate.parse("2026-01-01"),
                Map.of(LocalDate.parse("2026-11-26"), "Thanksgiving Day", LocalDate.parse("2026-12-25"), "Christmas Day"),
                Map.of());
    }
}
