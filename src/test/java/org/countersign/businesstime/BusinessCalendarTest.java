package org.countersign.businesstime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.TreeMap;
import java.util.stream.IntStream;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BusinessCalendarTest {

    private static final String TWO_SHIFTS = """
            name: clinic
            version: "7"
            zone: America/Chicago
            openingHours:
              MONDAY: ["08:00-12:00", "13:00-17:00"]
              SATURDAY: ["20:00-24:00"]
            validFrom: 2026-01-01
            validUntil: 2026-12-31
            source: the clinic
            checked: 2026-01-01
            holidays: {2026-11-26: Thanksgiving Day}
            closures: {2026-11-27: The day after Thanksgiving}
            """;

    @Test
    void deliversTheHolidaysOfTheLaw() {
        var computed = new TreeMap<LocalDate, String>();
        IntStream.rangeClosed(2026, 2030).forEach(year -> addHolidays(computed, year));

        BusinessCalendar calendar = CalendarFile.read(new ClassPathResource("businesstime/calendar.yaml"));

        assertThat(calendar.holidays()).containsExactlyInAnyOrderEntriesOf(
                computed.headMap(LocalDate.of(2029, 12, 31), true));
    }

    /** 5 U.S.C. 6103(a); (b) for Saturdays, Executive Order 11582 for Sundays. */
    private static void addHolidays(TreeMap<LocalDate, String> days, int year) {
        days.put(observed(year, Month.JANUARY, 1), "New Year's Day");
        days.put(nth(3, MONDAY, year, Month.JANUARY), "Birthday of Martin Luther King, Jr.");
        days.put(nth(3, MONDAY, year, Month.FEBRUARY), "Washington's Birthday");
        days.put(nth(-1, MONDAY, year, Month.MAY), "Memorial Day");
        days.put(observed(year, Month.JUNE, 19), "Juneteenth National Independence Day");
        days.put(observed(year, Month.JULY, 4), "Independence Day");
        days.put(nth(1, MONDAY, year, Month.SEPTEMBER), "Labor Day");
        days.put(nth(2, MONDAY, year, Month.OCTOBER), "Columbus Day");
        days.put(observed(year, Month.NOVEMBER, 11), "Veterans Day");
        days.put(nth(4, THURSDAY, year, Month.NOVEMBER), "Thanksgiving Day");
        days.put(observed(year, Month.DECEMBER, 25), "Christmas Day");
    }

    private static LocalDate nth(int ordinal, DayOfWeek day, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
    }

    private static LocalDate observed(int year, Month month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    @Test
    void opensSeveralTimesADayAndUntilMidnight() {
        BusinessCalendar calendar = read(TWO_SHIFTS);

        assertThat(calendar.open(LocalDate.parse("2026-06-01"))).extracting(Span::toString).containsExactly(
                "Span[from=2026-06-01T13:00:00Z, to=2026-06-01T17:00:00Z]",
                "Span[from=2026-06-01T18:00:00Z, to=2026-06-01T22:00:00Z]");
        assertThat(calendar.open(LocalDate.parse("2026-06-06"))).extracting(Span::toString).containsExactly(
                "Span[from=2026-06-07T01:00:00Z, to=2026-06-07T05:00:00Z]");
        assertThat(calendar.open(LocalDate.parse("2026-06-02"))).isEmpty();
    }

    @Test
    void losesNoWorkDayOfTheLawToAClosureOfItsOwn() {
        BusinessCalendar calendar = read(TWO_SHIFTS);

        assertThat(calendar.workDay(LocalDate.parse("2026-11-26"))).isFalse();
        assertThat(calendar.workDay(LocalDate.parse("2026-11-27"))).isTrue();
        assertThat(calendar.open(LocalDate.parse("2026-11-27"))).isEmpty();
    }

    @ParameterizedTest(name = "{1} instead of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            zone: America/Chicago          | zone: America/Atlantis
            zone: America/Chicago          | zones: America/Chicago
            version: "7"                   | name: again
            "08:00-12:00", "13:00-17:00"   | "08:00-13:00", "12:00-17:00"
            "08:00-12:00", "13:00-17:00"   | "12:00-08:00"
            "08:00-12:00", "13:00-17:00"   | "from eight to twelve"
            2026-11-26: Thanksgiving Day   | 2025-11-26: Thanksgiving Day
            """)
    void refusesAFileThatIsNotACalendar(String right, String wrong) {
        assertThat(TWO_SHIFTS).contains(right);
        assertThatIllegalStateException().isThrownBy(() -> read(TWO_SHIFTS.replace(right, wrong)))
                .withMessageContaining("business calendar");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08:00", "8-17", "08:00-00:00", "17:00-08:00", "08:00-24:30"})
    void refusesWhatAreNotOpeningHours(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.parse(text));
    }

    private static BusinessCalendar read(String yaml) {
        return CalendarFile.read(new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
