package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.publishing.Delivery;
import org.countersign.publishing.DeliveryReconciler;
import org.countersign.publishing.LookPlan;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Looks once on the network for a delivery whose answer was lost.
 */
@Component
class ReconcileDelivery implements JavaDelegate {

    private final DeliveryReconciler reconciler;
    private final LookPlan plan;

    ReconcileDelivery(DeliveryReconciler reconciler, LookPlan plan) {
        this.reconciler = reconciler;
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Delivery delivery = reconciler.look(UUID.fromString((String) execution.getVariable(PublicationVariables.DELIVERY_ID)));
        execution.setVariable(PublicationVariables.DELIVERY_OUTCOME, delivery.state().name());
        execution.setVariable(PublicationVariables.NEXT_LOOK, plan.pause(delivery.looks()).toString());
    }
}
