package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock;
import org.countersign.businesstime.BusinessClock.Unit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When which rung of a task is told. Counts only: the same task and table always give the same moments, so that whoever
 * computes them again, after whatever died, tells nothing twice.
 */
final class Schedule {

    /**
     * A rung at one of its times.
     *
     * @param occurrence 0 for the first time
     */
    record Step(Rung rung, int occurrence, Instant at) {
    }

    private final Climb climb;
    private final List<Rung> rungs;
    private final BusinessClock clock;

    /** A table in which nothing recurs would let a task fall silent: then its last rung is told again every day. */
    Schedule(Climb climb, List<Rung> rungs, BusinessClock clock) {
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("The table of rungs has none for the process " + climb.processKey()
                    + ". Add a row to processes/escalation/escalation-ladder.dmn.");
        }
        this.climb = climb;
        this.rungs = new ArrayList<>(rungs);
        this.clock = clock;
        if (rungs.stream().noneMatch(Rung::recurs)) {
            Rung last = rungs.stream().max(Comparator.comparingInt(Rung::number)).orElseThrow();
            this.rungs.set(rungs.indexOf(last), last.recurringEvery(1));
        }
    }

    /**
     * What is due now and was not told: of each rung the latest time only, so that an application that was down for a
     * week tells everybody once.
     */
    List<Step> due(Instant now) {
        return rungs.stream().map(rung -> latest(rung, now)).filter(step -> step != null && step.at().isAfter(climb.climbed()))
                .sorted(Comparator.comparing(Step::at).thenComparing(step -> step.rung().number())).toList();
    }

    /** The next moment after this one at which something is due: there always is one. */
    Instant next(Instant now) {
        return rungs.stream().map(rung -> after(rung, now)).filter(step -> step != null).map(Step::at)
                .min(Comparator.naturalOrder()).orElseThrow();
    }

    /** The first time of the rungs that stand at the moment itself. */
    List<Step> at(Moment moment) {
        return rungs.stream().filter(rung -> rung.moment() == moment && rung.afterBusinessDays() == 0)
                .map(this::first).toList();
    }

    private Step first(Rung rung) {
        return new Step(rung, 0, later(climb.at(rung.moment()), rung.afterBusinessDays()));
    }

    private Step latest(Rung rung, Instant now) {
        Step latest = null;
        for (Step step = first(rung); step != null && !step.at().isAfter(now); step = following(step)) {
            latest = step;
        }
        return latest;
    }

    private Step after(Rung rung, Instant now) {
        Step step = first(rung);
        while (step != null && !step.at().isAfter(now)) {
            step = following(step);
        }
        return step;
    }

    private Step following(Step step) {
        return step.rung().recurs() ? new Step(step.rung(), step.occurrence() + 1,
                later(step.at(), step.rung().everyBusinessDays())) : null;
    }

    /** Where the calendar ends, days are days: a late reminder at a weekend is better than none. */
    private Instant later(Instant moment, int businessDays) {
        if (businessDays == 0) {
            return moment;
        }
        try {
            return clock.deadline(moment, businessDays, Unit.BUSINESS_DAYS).due();
        } catch (IllegalArgumentException beyondCalendar) {
            return moment.plus(Duration.ofDays(businessDays));
        }
    }
}
