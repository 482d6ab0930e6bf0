package org.countersign.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countersign.adoption.Programs;
import org.countersign.adoption.StepPlan;
import org.countersign.adoption.StepPlans;
import org.countersign.businesstime.BusinessClock;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Date;
import java.util.List;

/**
 * Tells in the task list which step a task belongs to, and of which entity when there are several; says when it is due.
 */
@Component
class NameStepTask implements TaskListener {

    private final Programs programs;
    private final Entities entities;
    private final StepPlans plans;
    private final BusinessClock businessClock;
    private final Clock clock;

    NameStepTask(Programs programs, Entities entities, StepPlans plans, BusinessClock businessClock, Clock clock) {
        this.programs = programs;
        this.entities = entities;
        this.plans = plans;
        this.businessClock = businessClock;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        StepPlan plan = plans.of(StepProcess.step(task.getExecution()));
        String step = "Step %d: %s".formatted(plan.step().number(), task.getName());
        task.setName(step + entity(task));
        int days = StepProcess.DECIDE_STEP.equals(task.getTaskDefinitionKey()) ? plan.decideBusinessDays()
                : plan.prepareBusinessDays();
        task.setDueDate(Date.from(businessClock.deadline(clock.instant(), days, BusinessClock.Unit.BUSINESS_DAYS).due()));
    }

    private String entity(DelegateTask task) {
        List<Entity> all = entities.all();
        String own = programs.find(StepProcess.program(task.getExecution())).entity();
        return all.size() < 2 ? "" : all.stream().filter(entity -> entity.id().equals(own)).findFirst()
                .map(entity -> " (" + entity.name() + ")").orElse("");
    }
}
