package org.countersign.adoption.process;

import org.camunda.bpm.engine.RuntimeService;
import org.countersign.adoption.ProgramStarted;
import org.countersign.adoption.StepDue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Starts the process of a program, and in it the renewal of single steps, in the transaction of the act.
 */
@Component
class ProgramProcess {

    private final RuntimeService runtime;

    ProgramProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @EventListener
    void on(ProgramStarted event) {
        start(event.programId());
    }

    /**
     * The key stays with this renewal: several steps can be renewed at once. A program that was seeded for demonstration has
     * no process until its first step is due; it passes by what stands.
     */
    @EventListener
    void on(StepDue event) {
        if (runtime.createProcessInstanceQuery().processDefinitionKey(StepProcess.PROGRAM)
                .processInstanceBusinessKey(event.programId().toString()).count() == 0) {
            start(event.programId());
        }
        runtime.createMessageCorrelation(StepProcess.STEP_DUE).processInstanceBusinessKey(event.programId().toString())
                .setVariableToTriggeredScope(StepProcess.DUE_STEP, event.step().key()).correlate();
    }

    private void start(UUID programId) {
        runtime.startProcessInstanceByKey(StepProcess.PROGRAM, programId.toString());
    }
}
