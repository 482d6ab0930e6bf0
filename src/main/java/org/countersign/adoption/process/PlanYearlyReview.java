package org.countersign.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepStanding;
import org.countersign.adoption.StepState;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/**
 * The program goes through its steps again when executive support becomes due. When that is so already, its renewal is on
 * its way by itself, and the program looks again after the time of notice.
 */
@Component
class PlanYearlyReview implements JavaDelegate {

    private static final Set<StepState> STANDING = Set.of(StepState.ACCEPTED, StepState.WAIVED);

    private final Programs programs;
    private final Clock clock;

    PlanYearlyReview(Programs programs, Clock clock) {
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Instant now = clock.instant();
        StepStanding support = programs.step(StepProcess.program(execution), Step.EXECUTIVE_SUPPORT);
        Instant later = now.plus(StepStanding.NOTICE);
        execution.setVariable(StepProcess.REVIEW_AT, Date.from(
                STANDING.contains(support.state(now)) ? support.nextChange(now).orElse(later) : later));
    }
}
