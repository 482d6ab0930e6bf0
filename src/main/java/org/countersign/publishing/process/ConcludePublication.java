package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.publishing.DeliveryPlanner;
import org.countersign.publishing.PublicationMails;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Moves the post to what its deliveries amount to, and tells the author. Named by {@code post-review}.
 */
@Component
class ConcludePublication implements JavaDelegate {

    private final DeliveryPlanner planner;
    private final PublicationMails mails;

    ConcludePublication(DeliveryPlanner planner, PublicationMails mails) {
        this.planner = planner;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID postId = UUID.fromString(execution.getProcessBusinessKey());
        int version = (Integer) execution.getVariable(PublicationVariables.VERSION_NUMBER);
        execution.setVariable(PublicationVariables.PUBLICATION_OUTCOME, planner.conclude(postId, version).name());
        mails.published(postId, version);
    }
}
