package org.countersign.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepPlan;
import org.countersign.adoption.StepPlans;
import org.countersign.adoption.StepWork;
import org.countersign.businesstime.BusinessClock;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Date;

/**
 * Submits the step when nothing is missing or a waiver is wanted, and says who decides until when: the answerable role, or
 * an executive when it is about a waiver. What is missing stands in the record; the diagram learns only how much.
 */
@Component
class CheckEvidence implements JavaDelegate {

    private final StepWork work;
    private final StepPlans plans;
    private final BusinessClock businessClock;
    private final Clock clock;

    CheckEvidence(StepWork work, StepPlans plans, BusinessClock businessClock, Clock clock) {
        this.work = work;
        this.plans = plans;
        this.businessClock = businessClock;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = StepProcess.step(execution);
        boolean waiverWanted = Boolean.TRUE.equals(execution.getVariable(StepProcess.WAIVER_WANTED));
        int missing = work.submit(StepProcess.program(execution), step, waiverWanted).size();
        StepPlan plan = plans.of(step);
        Role decider = missing > 0 ? Role.EXECUTIVE : plan.answers();
        execution.setVariable(StepProcess.MISSING, missing);
        execution.setVariable(StepProcess.DECIDER, decider.id());
        execution.setVariable(StepProcess.DECIDE_BY, Date.from(businessClock.deadline(clock.instant(),
                plan.decideBusinessDays(), BusinessClock.Unit.BUSINESS_DAYS).due()));
    }
}
