package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.publishing.Deliveries;
import org.countersign.publishing.DeliverySender;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Finds out whether a connector or a person posts to the account. A person gets the post on the same conditions as a
 * connector; a delivery that does not meet them goes the way of those that were turned away or came too late.
 */
@Component
class LookUpDelivery implements JavaDelegate {

    private final Deliveries deliveries;
    private final Accounts accounts;
    private final DeliverySender sender;

    LookUpDelivery(Deliveries deliveries, Accounts accounts, DeliverySender sender) {
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.sender = sender;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString((String) execution.getVariable(PublicationVariables.DELIVERY_ID));
        Account account = deliveries.find(id).flatMap(delivery -> accounts.find(delivery.accountId())).orElseThrow();
        execution.setVariable(PublicationVariables.BY_HAND, account.manual() && sender.handOut(id));
        execution.setVariable(PublicationVariables.ACCOUNT_NAME, account.channel().label() + ": " + account.name());
    }
}
