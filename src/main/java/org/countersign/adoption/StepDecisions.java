package org.countersign.adoption;

import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a decision makes of a step, and which decisions cannot stand.
 */
@Component
class StepDecisions {

    private final StepPlans plans;
    private final Directory people;
    private final ZoneId zone;
    private final Clock clock;

    StepDecisions(StepPlans plans, Directory people, ZoneId zone, Clock clock) {
        this.plans = plans;
        this.people = people;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * The step after the decision.
     *
     * @param missing what is missing of the evidence
     * @throws StepRefused when the decision cannot stand; says why
     */
    StepStanding apply(StepStanding now, StepDecision decision, String userId, List<String> missing) {
        if (now.work() != Work.SUBMITTED) {
            throw new StepRefused(now.step().label() + " was not submitted for decision. Prepare it first.");
        }
        if (userId.equals(now.proposer())) {
            throw new StepRefused("You prepared this step, so somebody else must decide on it.");
        }
        if (decision instanceof StepDecision.Return back) {
            return returned(now, require(back.reason(), "Say what is missing."));
        }
        if (decision instanceof StepDecision.Refuse refuse) {
            return decided(now, Decision.REFUSED, userId, null, require(refuse.reason(), "Say why you refuse the step."));
        }
        return decision instanceof StepDecision.Waive waive ? waived(now, waive, userId) : accepted(now, userId, missing);
    }

    private StepStanding accepted(StepStanding now, String userId, List<String> missing) {
        if (!missing.isEmpty()) {
            throw new StepRefused("The step cannot be accepted: " + String.join(" ", missing));
        }
        LocalDate end = today().plusDays(plans.of(now.step()).validDays());
        return decided(now, Decision.ACCEPTED, userId, startOf(end), null);
    }

    private StepStanding waived(StepStanding now, StepDecision.Waive waive, String userId) {
        if (people.find(userId).filter(person -> person.has(Role.EXECUTIVE)).isEmpty()) {
            throw new StepRefused("Only an executive can waive a step, by name.");
        }
        int most = plans.longestWaiverDays();
        LocalDate until = waive.until();
        if (until == null || !until.isAfter(today()) || until.isAfter(today().plusDays(most))) {
            throw new StepRefused("A waiver needs a last day, from tomorrow to " + today().plusDays(most) + " at the latest: "
                    + most + " days.");
        }
        return decided(now, Decision.WAIVED, userId, startOf(until.plusDays(1)),
                require(waive.reason(), "Say why the risk can be taken."));
    }

    private StepStanding returned(StepStanding now, String reason) {
        return new StepStanding(now.programId(), now.step(), now.cycle(), Work.IN_PROGRESS, clock.instant(), now.proposer(),
                now.decision(), now.decidedAt(), now.decidedBy(), now.validUntil(), now.lapsedFrom(),
                now.decision() == null ? reason : now.reason());
    }

    private StepStanding decided(StepStanding now, Decision decision, String userId, Instant validUntil, String reason) {
        return new StepStanding(now.programId(), now.step(), now.cycle(), Work.NONE, null, now.proposer(), decision,
                clock.instant(), userId, validUntil, null, reason);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static String require(String text, String sentence) {
        if (text == null || text.isBlank()) {
            throw new StepRefused(sentence);
        }
        return text.strip();
    }
}
