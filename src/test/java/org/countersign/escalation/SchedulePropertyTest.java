package org.countersign.escalation;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the table says, and whenever somebody looks. */
class SchedulePropertyTest {

    @Property(tries = 300)
    void nothingIsToldTwiceAndWhatIsUndecidedHasANextMoment(@ForAll("tables") List<Rung> rungs,
            @ForAll @IntRange(min = 1, max = 10) int days, @ForAll @Size(max = 40) List<@IntRange(max = 9_000) Integer> pauses) {
        Climb climb = Climbs.review("task:1", Climbs.MONDAY, days);
        Set<String> told = new HashSet<>();
        Instant now = climb.since();
        for (int minutes : pauses) {
            now = now.plus(Duration.ofMinutes(minutes));
            Schedule schedule = new Schedule(climb, rungs, Climbs.CLOCK);
            for (Schedule.Step step : schedule.due(now)) {
                assertThat(step.at()).isAfter(climb.climbed()).isBeforeOrEqualTo(now);
                assertThat(told.add(step.rung().number() + "." + step.occurrence())).as("told once").isTrue();
            }
            assertThat(schedule.next(now)).isAfter(now);
            climb = Climbs.seen(climb, now);
        }
    }

    /** Whoever looks at each next moment misses nothing: every rung is told from its first time on, without a gap. */
    @Property(tries = 100)
    void whoComesWhenItIsDueTellsEveryOccurrence(@ForAll("tables") List<Rung> rungs) {
        Climb climb = Climbs.review("task:1", Climbs.MONDAY, 2);
        List<String> told = new ArrayList<>();
        Instant now = climb.since();
        for (int look = 0; look < 30; look++) {
            now = new Schedule(climb, rungs, Climbs.CLOCK).next(now);
            List<Schedule.Step> due = new Schedule(climb, rungs, Climbs.CLOCK).due(now);
            assertThat(due).isNotEmpty();
            for (Schedule.Step step : due) {
                assertThat(step.occurrence()).isEqualTo((int) told.stream()
                        .filter(name -> name.equals("rung " + step.rung().number())).count());
                told.add("rung " + step.rung().number());
            }
            climb = Climbs.seen(climb, now);
        }
    }

    @Provide
    Arbitrary<List<Rung>> tables() {
        Arbitrary<Rung> rung = Combinators.combine(Arbitraries.of(Moment.values()), Arbitraries.integers().between(0, 6),
                Arbitraries.of(Level.values()), Arbitraries.integers().between(0, 5)).as((moment, after, to, every) ->
                new Rung(0, moment, after, to, every));
        return rung.list().ofMinSize(1).ofMaxSize(7).map(rows -> {
            List<Rung> numbered = new ArrayList<>();
            rows.forEach(row -> numbered.add(new Rung(numbered.size() + 1, row.moment(), row.afterBusinessDays(), row.to(),
                    row.everyBusinessDays())));
            return numbered;
        });
    }
}
