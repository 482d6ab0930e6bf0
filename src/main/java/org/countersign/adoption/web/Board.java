package org.countersign.adoption.web;

import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepPlan;
import org.countersign.adoption.StepPlans;
import org.countersign.adoption.StepStanding;
import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;
import org.countersign.adoption.StepState;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * How the eight steps of a program stand now, in words for the board.
 */
@Component
class Board {

    private final Programs programs;
    private final StepPlans plans;
    private final Directory people;
    private final Days days;
    private final Clock clock;

    Board(Programs programs, StepPlans plans, Directory people, Days days, Clock clock) {
        this.programs = programs;
        this.plans = plans;
        this.people = people;
        this.days = days;
        this.clock = clock;
    }

    /** In the order of the steps. */
    List<StepCard> of(UUID programId) {
        Instant now = clock.instant();
        Map<Role, List<String>> known = new EnumMap<>(Role.class);
        return programs.steps(programId).stream().map(step -> card(step, now, role -> known.computeIfAbsent(role, this::names)))
                .toList();
    }

    StepCard of(UUID programId, Step step) {
        return card(programs.step(programId, step), clock.instant(), this::names);
    }

    private StepCard card(StepStanding step, Instant now, Function<Role, List<String>> names) {
        StepPlan plan = plans.of(step.step());
        StepState state = step.state(now);
        boolean stands = state == StepState.ACCEPTED || state == StepState.DUE || state == StepState.WAIVED;
        boolean worked = step.work() != Work.NONE;
        return new StepCard(step.step(), state, step.since(now).map(days::of).orElse(null),
                stands ? days.lastBefore(end(step)) : null,
                state == StepState.ACCEPTED ? step.nextChange(now).map(days::of).orElse(null) : null,
                holders(plan.owner(), names), holders(plan.answers(), names),
                worked && step.decision() != null ? round(step) : null,
                worked || state == StepState.NOT_STARTED ? programs.missing(step) : List.of(),
                state == StepState.LAPSED, step.reason());
    }

    /** What was decided before goes on to stand while the next decision is prepared. */
    private String round(StepStanding step) {
        String what = step.decision() == Decision.ACCEPTED ? "Renewal" : "New round";
        return what + (step.work() == Work.SUBMITTED ? " waits for a decision since " : " in progress since ")
                + days.of(step.workSince());
    }

    private static Instant end(StepStanding step) {
        return step.lapsedFrom() != null && step.lapsedFrom().isBefore(step.validUntil()) ? step.lapsedFrom()
                : step.validUntil();
    }

    private static StepCard.Holders holders(Role role, Function<Role, List<String>> names) {
        return new StepCard.Holders(role.label(), names.apply(role));
    }

    private List<String> names(Role role) {
        return people.members(role).stream().map(Person::name).toList();
    }
}
