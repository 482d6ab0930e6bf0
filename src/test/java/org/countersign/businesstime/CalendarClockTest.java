package org.countersign.businesstime;

import org.countersign.businesstime.BusinessClock.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The delivered calendar: New York, Monday to Friday from 8 to 17 o'clock, federal holidays. */
class CalendarClockTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final BusinessClock clock =
            new CalendarClock(CalendarFile.read(new ClassPathResource("businesstime/calendar.yaml")));

    @ParameterizedTest(name = "{1} {2} after {0} is {3}: {4}")
    @CsvSource(textBlock = """
            2026-06-05T16:00, 1,  BUSINESS_DAYS,    2026-06-08T16:00,    Friday to Monday
            2026-06-06T10:00, 1,  BUSINESS_DAYS,    2026-06-09T08:00,    Saturday counts from Monday's opening
            2026-06-05T17:00, 1,  BUSINESS_DAYS,    2026-06-09T08:00,    the moment of closing is closed
            2026-06-05T06:00, 1,  BUSINESS_DAYS,    2026-06-08T08:00,    early morning counts from opening
            2026-11-25T15:00, 1,  BUSINESS_DAYS,    2026-11-27T15:00,    over Thanksgiving
            2026-11-25T15:00, 3,  BUSINESS_DAYS,    2026-12-01T15:00,    over Thanksgiving and a weekend
            2026-11-25T15:00, 4,  BUSINESS_HOURS,   2026-11-27T10:00,    Thanksgiving stops the clock
            2026-11-25T15:00, 4,  HOURS,            2026-11-25T19:00,    hours run always
            2026-12-31T16:30, 60, BUSINESS_MINUTES, 2027-01-04T08:30,    over New Year and the weekend
            2027-12-30T12:00, 1,  BUSINESS_DAYS,    2028-01-03T12:00,    New Year 2028 is observed on December 31
            2026-06-05T16:00, 60, BUSINESS_MINUTES, 2026-06-05T17:00,    due at closing and not at the next opening
            2026-03-07T12:00, 1,  CALENDAR_DAYS,    2026-03-08T12:00,    23 hours in spring
            2026-03-07T12:00, 24, HOURS,            2026-03-08T13:00,    24 hours in spring
            2026-10-31T12:00, 1,  CALENDAR_DAYS,    2026-11-01T12:00,    25 hours in autumn
            2026-10-31T12:00, 24, HOURS,            2026-11-01T11:00,    24 hours in autumn
            2026-03-07T02:30, 1,  CALENDAR_DAYS,    2026-03-08T03:00,    a time that spring skips
            2026-03-06T16:00, 2,  BUSINESS_HOURS,   2026-03-09T09:00,    over the change in spring
            2026-10-30T16:00, 2,  BUSINESS_HOURS,   2026-11-02T09:00,    over the change in autumn
            2026-11-20T09:00, 10, WORK_DAYS,        2026-12-07T23:59:59, the tenth work day after becoming aware
            2026-11-22T09:00, 1,  WORK_DAYS,        2026-11-23T23:59:59, becoming aware on a Sunday
            2026-03-05T09:00, 1,  WORK_DAYS,        2026-03-06T23:59:59, the day itself does not count
            """)
    void computesTheDeadline(LocalDateTime start, int amount, Unit unit, LocalDateTime due, String why) {
        assertThat(clock.deadline(instant(start), amount, unit).due().atZone(NEW_YORK).toLocalDateTime()).isEqualTo(due);
    }

    @Test
    void remindsOnTheSameClockAsTheDeadline() {
        Deadline deadline = clock.deadline(instant("2026-11-25T15:00"), 10, Unit.BUSINESS_HOURS);

        assertThat(deadline.due()).isEqualTo(instant("2026-11-27T16:00"));
        assertThat(deadline.halfway()).as("two hours on Wednesday, none on Thanksgiving, three on Friday")
                .isEqualTo(instant("2026-11-27T11:00"));
        assertThat(deadline.nearly()).isEqualTo(instant("2026-11-27T14:00"));
    }

    @Test
    void remindsOfWorkDaysOnWorkDays() {
        Deadline deadline = clock.deadline(instant("2026-11-25T00:00"), 2, Unit.WORK_DAYS);

        assertThat(deadline.due()).as("Friday and Monday").isEqualTo(instant("2026-11-30T23:59:59"));
        assertThat(deadline.halfway()).as("one and a half of three days").isEqualTo(instant("2026-11-27T11:59:59"));
    }

    @Test
    void namesTheCalendarThatWasUsed() {
        assertThat(clock.deadline(instant("2026-06-05T16:00"), 1, Unit.HOURS).calendar()).isEqualTo("us-federal 2026.1");
    }

    @Test
    void refusesAnAmountThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.deadline(instant("2026-06-05T16:00"), 0, Unit.HOURS))
                .withMessageContaining("positive");
    }

    @Test
    void refusesDaysThatTheCalendarDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.deadline(instant("2029-12-31T16:00"), 2, Unit.BUSINESS_HOURS))
                .withMessage("The calendar us-federal 2026.1 knows the days from 2026-01-01 to 2029-12-31, not 2030-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.deadline(instant("2025-12-31T16:00"), 1, Unit.WORK_DAYS))
                .withMessageContaining("not 2025-12-31");
    }

    @Test
    void needsNoCalendarForTimeThatAlwaysRuns() {
        assertThat(clock.deadline(instant("2040-01-01T00:00"), 2, Unit.CALENDAR_DAYS).due())
                .isEqualTo(instant("2040-01-03T00:00"));
    }

    private static Instant instant(String local) {
        return instant(LocalDateTime.parse(local));
    }

    private static Instant instant(LocalDateTime local) {
        return ZonedDateTime.of(local, NEW_YORK).toInstant();
    }
}
