package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.publishing.Deliveries;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Finds out whether a connector or a person posts to the account.
 */
@Component
class LookUpDelivery implements JavaDelegate {

    private final Deliveries deliveries;
    private final Accounts accounts;

    LookUpDelivery(Deliveries deliveries, Accounts accounts) {
        this.deliveries = deliveries;
        this.accounts = accounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = UUID.fromString((String) execution.getVariable(PublicationVariables.DELIVERY_ID));
        Account account = deliveries.find(id).flatMap(delivery -> accounts.find(delivery.accountId())).orElseThrow();
        execution.setVariable(PublicationVariables.BY_HAND, account.manual());
        execution.setVariable(PublicationVariables.ACCOUNT_NAME, account.channel().label() + ": " + account.name());
    }
}
