package org.countersign.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepState;
import org.countersign.adoption.StepWork;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/**
 * Opens a round of work on the step. Each step is renewed at its own time, so the yearly course of the program passes by
 * what stands and is not due, and what is being renewed already.
 */
@Component
class BeginStep implements JavaDelegate {

    private static final Set<StepState> STANDING = Set.of(StepState.ACCEPTED, StepState.WAIVED);

    private final Programs programs;
    private final StepWork work;
    private final Clock clock;

    BeginStep(Programs programs, StepWork work, Clock clock) {
        this.programs = programs;
        this.work = work;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID program = StepProcess.program(execution);
        Step step = StepProcess.step(execution);
        boolean stands = STANDING.contains(programs.step(program, step).state(clock.instant()));
        execution.setVariable(StepProcess.WORK_TO_DO, !stands && work.begin(program, step));
        execution.setVariable(StepProcess.WAIVER_WANTED, false);
    }
}
