package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.publishing.DeliveryPlanner;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Moves the post to what its deliveries amount to. Named by {@code post-review}.
 */
@Component
class ConcludePublication implements JavaDelegate {

    private final DeliveryPlanner planner;

    ConcludePublication(DeliveryPlanner planner) {
        this.planner = planner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PublicationVariables.PUBLICATION_OUTCOME,
                planner.conclude(UUID.fromString(execution.getProcessBusinessKey()),
                        (Integer) execution.getVariable(PublicationVariables.VERSION_NUMBER)).name());
    }
}
