package org.countersign.publishing;

import org.countersign.ledger.Actor;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Outcome.NotSent;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Outcome.Sent;
import org.countersign.publishing.connector.Outcome.Unknown;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * Writes what came of an attempt, unless the attempt was given up meanwhile: its answer is then kept in the record, and
 * changes nothing.
 */
@Component
class DeliveryOutcomes {

    private final DeliveryTable table;
    private final DeliveryRecord record;

    DeliveryOutcomes(DeliveryTable table, DeliveryRecord record) {
        this.table = table;
        this.record = record;
    }

    /** @param attempted the delivery as it was when the attempt began */
    Delivery write(Delivery attempted, Answered<Outcome> answered) {
        Delivery now = table.lock(attempted.id());
        Outcome outcome = answered.result();
        if (now.fence() != attempted.fence() || now.state() != DeliveryState.SENDING) {
            record.append("delivery.answered-too-late", now, Actor.SYSTEM, answered.exchanges(),
                    Map.of("lateOutcome", name(outcome), "lateAttempt", attempted.fence()));
            return now;
        }
        table.endAttempt(now.id(), now.fence(), name(outcome));
        Delivery after = after(now, outcome);
        table.write(after);
        record.append(kind(outcome, after), after, Actor.SYSTEM, answered.exchanges());
        return after;
    }

    private static Delivery after(Delivery now, Outcome outcome) {
        if (outcome instanceof Sent sent) {
            return now.in(DeliveryState.SENT).at(sent.remoteId(), sent.url());
        }
        if (outcome instanceof Refused refused) {
            return now.in(DeliveryState.REFUSED).because(refused.message(), refused.advice());
        }
        if (outcome instanceof Unknown unknown) {
            return now.in(DeliveryState.UNKNOWN).because(unknown.why(), null);
        }
        NotSent notSent = (NotSent) outcome;
        Delivery tried = now.counting(now.fence(), now.tries() + 1, now.looks());
        return tried.tries() < DeliverySender.MOST_TRIES
                ? tried.in(DeliveryState.READY).because(notSent.why(), "It is tried again by itself.")
                : tried.in(DeliveryState.REFUSED).because("Given up after " + tried.tries() + " attempts: " + notSent.why(),
                        "Try again when the network answers, or do not publish.");
    }

    private static String name(Outcome outcome) {
        return outcome instanceof Sent ? "SENT" : outcome instanceof Refused ? "REFUSED"
                : outcome instanceof Unknown ? "UNKNOWN" : "NOT_SENT";
    }

    private static String kind(Outcome outcome, Delivery after) {
        return after.state() == DeliveryState.READY ? "delivery.not-sent"
                : outcome instanceof NotSent ? "delivery.given-up" : "delivery." + name(outcome).toLowerCase();
    }
}
