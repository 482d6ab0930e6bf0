package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.publishing.Delivery;
import org.countersign.publishing.DeliverySender;
import org.countersign.publishing.LookPlan;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Sends the delivery. An exception makes the job try again; it is thrown only when nothing can have arrived.
 */
@Component
class SendDelivery implements JavaDelegate {

    private final DeliverySender sender;
    private final LookPlan plan;

    SendDelivery(DeliverySender sender, LookPlan plan) {
        this.sender = sender;
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Delivery delivery = sender.send(UUID.fromString((String) execution.getVariable(PublicationVariables.DELIVERY_ID)));
        execution.setVariable(PublicationVariables.DELIVERY_OUTCOME, delivery.state().name());
        execution.setVariable(PublicationVariables.NEXT_LOOK, plan.pause(delivery.looks()).toString());
    }
}
