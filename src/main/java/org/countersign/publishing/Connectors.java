package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.publishing.connector.Connector;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds the connector of an account. Manual accounts have none: a person is their connector.
 */
@Component
class Connectors {

    private final Map<String, Connector> byId;

    Connectors(List<Connector> connectors) {
        this.byId = connectors.stream().collect(Collectors.toMap(Connector::id, connector -> connector));
    }

    Connector of(Account account) {
        Connector connector = byId.get(account.connector());
        if (connector == null) {
            throw new IllegalStateException("Account " + account.id() + " has no connector " + account.connector());
        }
        return connector;
    }
}
