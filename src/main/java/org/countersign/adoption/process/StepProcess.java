package org.countersign.adoption.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepRefused;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Names of the processes, their tasks, messages and variables. What is released never changes its name: running instances
 * and deployed diagrams use it. The process of a step has the key of the step; the business key is the program's id.
 */
final class StepProcess {

    static final String PROGRAM = "adoption";
    static final String STEP_DUE = "stepDue";
    static final String DUE_STEP = "dueStep";
    static final String REVIEW_AT = "reviewAt";

    static final String DECIDE_STEP = "decideStep";
    static final String COMPLETE_EVIDENCE = "completeEvidence";

    static final String WORK_TO_DO = "workToDo";
    static final String MISSING = "missing";
    static final String WAIVER_WANTED = "waiverWanted";
    static final String PREPARE_ANEW = "prepareAnew";
    static final String DECIDER = "decider";
    static final String DECIDE_BY = "decideBy";
    static final String DECISION = "decision";

    private StepProcess() {
    }

    static UUID program(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }

    static UUID program(TaskInHand task) {
        return UUID.fromString(task.businessKey());
    }

    /** @throws IllegalStateException when the process is not one of a step */
    static Step step(DelegateExecution execution) {
        String key = execution.getProcessEngineServices().getRepositoryService()
                .getProcessDefinition(execution.getProcessDefinitionId()).getKey();
        return Step.of(key).orElseThrow(() -> new IllegalStateException(key + " is the process of no step"));
    }

    static Step step(TaskInHand task) {
        return Step.of(task.processKey()).orElseThrow();
    }

    /** The id of the task that prepares evidence of this kind: {@code business-case} is prepared in {@code businessCase}. */
    static String task(String kind) {
        StringBuilder id = new StringBuilder();
        for (String word : kind.split("-")) {
            id.append(id.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return id.toString();
    }

    /** What a service refuses is refused to the person who completes the task, in the same words. */
    static <T> T orRefused(Supplier<T> act) {
        try {
            return act.get();
        } catch (StepRefused refused) {
            throw new TaskRefused(refused.getMessage());
        }
    }
}
