package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.publishing.DeliveryPlanner;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Makes one delivery per account of the version. Named by {@code post-review}.
 */
@Component
class PrepareDeliveries implements JavaDelegate {

    private final DeliveryPlanner planner;

    PrepareDeliveries(DeliveryPlanner planner) {
        this.planner = planner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> ids = planner.prepare(UUID.fromString(execution.getProcessBusinessKey()),
                        (Integer) execution.getVariable(PublicationVariables.VERSION_NUMBER)).stream()
                .map(delivery -> delivery.id().toString()).collect(Collectors.toCollection(ArrayList::new));
        execution.setVariable(PublicationVariables.DELIVERY_IDS, Variables.objectValue(ids)
                .serializationDataFormat(Variables.SerializationDataFormats.JSON).create());
    }
}
