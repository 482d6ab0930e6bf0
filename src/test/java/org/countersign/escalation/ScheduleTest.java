package org.countersign.escalation;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ScheduleTest {

    private final Climb climb = Climbs.review("task:1", Climbs.MONDAY, 2);

    @Test
    void climbsFromTheHolderToTheCommitteeAndGoesOn() {
        Map<Instant, List<String>> told = walk(climb, Instant.parse("2027-03-20T00:00:00Z"));

        assertThat(told).containsExactly(
                Map.entry(Instant.parse("2027-03-02T14:00:00Z"), List.of("HOLDER 1.0")),
                Map.entry(Instant.parse("2027-03-02T19:24:00Z"), List.of("HOLDER 2.0", "SUPERVISOR 3.0")),
                Map.entry(Instant.parse("2027-03-03T14:00:00Z"), List.of("HOLDER 4.0", "EXECUTIVE 5.0")),
                Map.entry(Instant.parse("2027-03-04T14:00:00Z"), List.of("HOLDER 4.1")),
                Map.entry(Instant.parse("2027-03-05T14:00:00Z"), List.of("HOLDER 4.2", "EXECUTIVE 5.1")),
                Map.entry(Instant.parse("2027-03-08T14:00:00Z"), List.of("HOLDER 4.3")),
                Map.entry(Instant.parse("2027-03-09T14:00:00Z"), List.of("HOLDER 4.4", "EXECUTIVE 5.2")),
                Map.entry(Instant.parse("2027-03-10T14:00:00Z"), List.of("HOLDER 4.5", "COMMITTEE 6.0")),
                Map.entry(Instant.parse("2027-03-11T14:00:00Z"), List.of("HOLDER 4.6", "EXECUTIVE 5.3")),
                Map.entry(Instant.parse("2027-03-12T14:00:00Z"), List.of("HOLDER 4.7")),
                // The clocks go forward on March 14: nine o'clock in New York stays nine o'clock.
                Map.entry(Instant.parse("2027-03-15T13:00:00Z"), List.of("HOLDER 4.8", "EXECUTIVE 5.4")),
                Map.entry(Instant.parse("2027-03-16T13:00:00Z"), List.of("HOLDER 4.9")),
                Map.entry(Instant.parse("2027-03-17T13:00:00Z"), List.of("HOLDER 4.10", "EXECUTIVE 5.5", "COMMITTEE 6.1")),
                Map.entry(Instant.parse("2027-03-18T13:00:00Z"), List.of("HOLDER 4.11")),
                Map.entry(Instant.parse("2027-03-19T13:00:00Z"), List.of("HOLDER 4.12", "EXECUTIVE 5.6")));
    }

    @Test
    void tellsEachRungOnceAfterAWeekInWhichNothingRan() {
        assertThat(schedule(climb).due(climb.due().plus(Duration.ofDays(9))))
                .extracting(ScheduleTest::words)
                .containsExactly("HOLDER 1.0", "HOLDER 2.0", "SUPERVISOR 3.0", "COMMITTEE 6.0", "EXECUTIVE 5.3", "HOLDER 4.7");
    }

    @Test
    void givesATimerTheRungsThatStandAtItsMoment() {
        assertThat(schedule(climb).at(Moment.DUE)).extracting(ScheduleTest::words)
                .containsExactly("HOLDER 4.0", "EXECUTIVE 5.0");
    }

    @Test
    void goesOnWhereTheCalendarEnds() {
        Climb late = Climbs.review("task:1", Instant.parse("2029-12-26T14:00:00Z"), 2);

        Instant next = schedule(late).next(Instant.parse("2031-06-01T00:00:00Z"));

        assertThat(next).isBetween(Instant.parse("2031-06-01T00:00:01Z"), Instant.parse("2031-06-03T00:00:00Z"));
    }

    @Test
    void neverFallsSilentWhateverTheTableSays() {
        Schedule once = new Schedule(climb, List.of(new Rung(1, Moment.HALFWAY, 0, Level.HOLDER, 0),
                new Rung(2, Moment.DUE, 0, Level.EXECUTIVE, 0)), Climbs.CLOCK);

        assertThat(once.next(climb.due())).isEqualTo(Instant.parse("2027-03-04T14:00:00Z"));
    }

    @Test
    void refusesATableWithoutARung() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schedule(climb, List.of(), Climbs.CLOCK))
                .withMessageContaining("post-review").withMessageContaining("escalation-ladder.dmn");
    }

    /** Looks whenever something is due, as the sweep does. */
    private static Map<Instant, List<String>> walk(Climb climb, Instant end) {
        Map<Instant, List<String>> told = new TreeMap<>();
        for (Instant now = schedule(climb).next(climb.since()); now.isBefore(end); now = schedule(climb).next(now)) {
            told.put(now, new ArrayList<>(schedule(climb).due(now).stream().map(ScheduleTest::words).toList()));
            climb = Climbs.seen(climb, now);
        }
        return told;
    }

    private static Schedule schedule(Climb climb) {
        return new Schedule(climb, Climbs.REVIEW, Climbs.CLOCK);
    }

    private static String words(Schedule.Step step) {
        return step.rung().to() + " " + step.rung().number() + "." + step.occurrence();
    }
}
