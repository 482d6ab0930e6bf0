package org.countersign.publishing;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.publishing.connector.Exchange;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what happened to a delivery into the record of evidence, in the transaction in which it happened.
 */
@Component
class DeliveryRecord {

    private final Ledger ledger;
    private final Clock clock;

    DeliveryRecord(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void append(String kind, Delivery delivery, Actor actor, List<Exchange> exchanges) {
        append(kind, delivery, actor, exchanges, Map.of());
    }

    /** @param more further facts of this act */
    void append(String kind, Delivery delivery, Actor actor, List<Exchange> exchanges, Map<String, ?> more) {
        Map<String, String> references = new LinkedHashMap<>();
        references.put("deliveryId", delivery.id().toString());
        references.put("accountId", delivery.accountId());
        references.put("version", Integer.toString(delivery.versionNumber()));
        references.put("digest", delivery.digest());
        references.put("attempt", Long.toString(delivery.fence()));
        Map<String, Object> payload = new LinkedHashMap<>(more);
        payload.put("state", delivery.state().name());
        put(payload, "remoteId", delivery.remoteId());
        put(payload, "remoteUrl", delivery.remoteUrl());
        put(payload, "explanation", delivery.explanation());
        if (!exchanges.isEmpty()) {
            payload.put("exchanges", exchanges);
        }
        ledger.append(new LedgerEntry(delivery.postId(), kind, actor, clock.instant(), references, payload));
    }

    private static void put(Map<String, Object> payload, String name, String value) {
        if (value != null) {
            payload.put(name, value);
        }
    }
}
