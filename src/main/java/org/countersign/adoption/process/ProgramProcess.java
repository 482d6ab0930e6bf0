package org.countersign.adoption.process;

import org.camunda.bpm.engine.RuntimeService;
import org.countersign.adoption.ProgramStarted;
import org.countersign.adoption.StepDue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

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
        runtime.startProcessInstanceByKey(StepProcess.PROGRAM, event.programId().toString());
    }

    /** The key stays with this renewal: several steps can be renewed at once. */
    @EventListener
    void on(StepDue event) {
        runtime.createMessageCorrelation(StepProcess.STEP_DUE).processInstanceBusinessKey(event.programId().toString())
                .setVariableToTriggeredScope(StepProcess.DUE_STEP, event.step().key()).correlate();
    }
}
