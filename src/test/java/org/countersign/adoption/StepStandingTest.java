package org.countersign.adoption;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class StepStandingTest {

    private static final Instant DECIDED = Instant.parse("2026-01-05T15:00:00Z");
    private static final Instant END = DECIDED.plus(Duration.ofDays(365));

    @Example
    void anAcceptanceFallsDueThirtyDaysBeforeItLapses() {
        StepStanding step = decided(Decision.ACCEPTED, END, null);
        assertThat(step.state(END.minus(Duration.ofDays(30)).minusSeconds(1))).isEqualTo(StepState.ACCEPTED);
        assertThat(step.state(END.minus(Duration.ofDays(30)))).isEqualTo(StepState.DUE);
        assertThat(step.state(END.minusSeconds(1))).isEqualTo(StepState.DUE);
        assertThat(step.state(END)).isEqualTo(StepState.LAPSED);
    }

    @Example
    void aWaiverLapsesWithoutFallingDue() {
        StepStanding step = decided(Decision.WAIVED, DECIDED.plus(Duration.ofDays(20)), null);
        assertThat(step.state(DECIDED)).isEqualTo(StepState.WAIVED);
        assertThat(step.state(DECIDED.plus(Duration.ofDays(20)))).isEqualTo(StepState.LAPSED);
    }

    @Example
    void workOnTheNextRoundDoesNotHideWhatWasDecided() {
        StepStanding step = new StepStanding(UUID.randomUUID(), Step.RECORDS, 2, Work.SUBMITTED, DECIDED, "lena",
                Decision.REFUSED, DECIDED, "carl", null, null, "No schedule");
        assertThat(step.state(END)).isEqualTo(StepState.REFUSED);
        assertThat(step.nextChange(END)).isEmpty();
    }

    /** The gate keeps its answers until then, so between two announced changes nothing may change. */
    @Property
    void nothingChangesBeforeTheNextAnnouncedChange(@ForAll @LongRange(min = 0, max = 40_000_000) long second,
                                                     @ForAll @LongRange(min = 0, max = 40_000_000) long later,
                                                     @ForAll boolean waived, @ForAll boolean early) {
        StepStanding step = decided(waived ? Decision.WAIVED : Decision.ACCEPTED, END,
                early ? DECIDED.plus(Duration.ofDays(100)) : null);
        Instant now = DECIDED.plusSeconds(second);
        Instant then = now.plusSeconds(later);
        if (step.nextChange(now).isEmpty() || then.isBefore(step.nextChange(now).get())) {
            assertThat(step.state(then)).isEqualTo(step.state(now));
            assertThat(step.since(then)).isEqualTo(step.since(now));
        }
    }

    private static StepStanding decided(Decision decision, Instant until, Instant lapsedFrom) {
        return new StepStanding(UUID.randomUUID(), Step.RECORDS, 1, Work.NONE, null, "lena", decision, DECIDED, "carl", until,
                lapsedFrom, null);
    }
}
