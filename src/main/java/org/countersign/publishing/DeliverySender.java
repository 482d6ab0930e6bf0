package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.ledger.Actor;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Outcome;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends a delivery once. The attempt is committed before the call and its outcome after it, each in a transaction of its
 * own, so that a process that dies in between leaves a trace: an attempt without an end is never sent again blindly.
 */
@Service
public class DeliverySender {

    /** After so many attempts in a row that did not arrive a person decides. The retry cycle of the job is as long. */
    static final int MOST_TRIES = 5;
    private static final String NEW_VERSION = "Submit a new version.";

    private final DeliveryTable table;
    private final Posts posts;
    private final Accounts accounts;
    private final SendingRules rules;
    private final DispatchFactory dispatches;
    private final Connectors connectors;
    private final DeliveryOutcomes outcomes;
    private final DeliveryRecord record;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    DeliverySender(DeliveryTable table, Posts posts, Accounts accounts, SendingRules rules, DispatchFactory dispatches,
                   Connectors connectors, DeliveryOutcomes outcomes, DeliveryRecord record,
                   PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.posts = posts;
        this.accounts = accounts;
        this.rules = rules;
        this.dispatches = dispatches;
        this.connectors = connectors;
        this.outcomes = outcomes;
        this.record = record;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Sends the delivery unless it was sent, refused or lost before; then nothing is called.
     *
     * @return the delivery as it stands afterwards: SENT, REFUSED, UNKNOWN, LATE, or what it was before
     * @throws DeliveryNotSent when the attempt certainly did not arrive and another one is due
     */
    public Delivery send(UUID deliveryId) {
        Begun begun = ownTransaction.execute(status -> begin(deliveryId));
        if (begun.dispatch() == null) {
            return begun.delivery();
        }
        Account account = begun.account();
        Answered<Outcome> answered = connectors.of(account).publish(begun.dispatch(), account, begun.secret());
        Delivery after = ownTransaction.execute(status -> outcomes.write(begun.delivery(), answered));
        if (after.state() == DeliveryState.READY) {
            throw new DeliveryNotSent("Delivery " + deliveryId + " did not arrive, attempt " + after.tries() + " of "
                    + MOST_TRIES);
        }
        return after;
    }

    /**
     * Asks for a delivery that a person makes what is asked before a connector makes one: what the person copies must be
     * what was approved, and the approvals must still stand. Why not, the delivery tells: it is LATE or REFUSED then.
     *
     * @return whether the delivery may be handed to a person now
     */
    @Transactional
    public boolean handOut(UUID deliveryId) {
        PostState postState = lockPost(deliveryId);
        Delivery delivery = table.lock(deliveryId);
        if (delivery.state() != DeliveryState.READY) {
            return false;
        }
        PostVersion version = posts.version(delivery.postId(), delivery.versionNumber()).orElseThrow();
        Account account = accounts.find(delivery.accountId()).orElseThrow();
        if (stopped(delivery, version, postState, account).isPresent()) {
            return false;
        }
        try {
            dispatches.build(delivery, version, account);
            return true;
        } catch (DispatchFactory.NotAsApproved e) {
            refused(delivery, e.getMessage(), NEW_VERSION);
            return false;
        }
    }

    private Begun begin(UUID deliveryId) {
        PostState postState = lockPost(deliveryId);
        Delivery delivery = table.lock(deliveryId);
        if (delivery.state() == DeliveryState.SENDING) {
            return Begun.not(lost(delivery));
        }
        if (delivery.state() != DeliveryState.READY) {
            return Begun.not(delivery);
        }
        PostVersion version = posts.version(delivery.postId(), delivery.versionNumber()).orElseThrow();
        Instant notBefore = version.content().schedule().notBefore();
        if (notBefore != null && clock.instant().isBefore(notBefore)) {
            throw new DeliveryNotSent("Delivery " + deliveryId + " is not due yet");
        }
        Account account = accounts.find(delivery.accountId()).orElseThrow();
        return stopped(delivery, version, postState, account).map(Begun::not)
                .orElseGet(() -> attempt(delivery, version, account));
    }

    private PostState lockPost(UUID deliveryId) {
        return posts.lock(table.find(deliveryId).map(Delivery::postId)
                .orElseThrow(() -> new NoSuchElementException("There is no delivery " + deliveryId)));
    }

    /** The delivery with the reason why it must not go out, too late or against a rule; empty when it may. */
    private Optional<Delivery> stopped(Delivery delivery, PostVersion version, PostState postState, Account account) {
        Instant now = clock.instant();
        if (now.isAfter(version.content().schedule().notAfter())) {
            return Optional.of(change(delivery.in(DeliveryState.LATE)
                    .because("The time to publish passed before it was sent.", "Submit the post with a new time."),
                    "delivery.late"));
        }
        return rules.refusal(delivery, version, postState, account, now).map(refusal -> refusal.needsNewTime()
                ? change(delivery.in(DeliveryState.LATE).because(refusal.reason(),
                        "Submit the post with a new time once this is settled."), "delivery.late")
                : refused(delivery, refusal.reason(), "Remove the cause, then try again, or do not publish."));
    }

    private Begun attempt(Delivery delivery, PostVersion version, Account account) {
        Dispatch dispatch;
        String secret;
        try {
            dispatch = dispatches.build(delivery, version, account);
            secret = accounts.secret(account.id());
        } catch (DispatchFactory.NotAsApproved e) {
            return Begun.not(refused(delivery, e.getMessage(), NEW_VERSION));
        } catch (NoSuchElementException e) {
            return Begun.not(refused(delivery, "The account has no password or token.", "Have one entered under Accounts."));
        }
        Delivery sending = delivery.in(DeliveryState.SENDING).because(null, null)
                .counting(delivery.fence() + 1, delivery.tries(), delivery.looks());
        table.write(sending);
        table.beginAttempt(sending.id(), sending.fence());
        return new Begun(sending, dispatch, account, secret);
    }

    /** Whoever was sending has died or is too slow; what comes back from there no longer counts. */
    private Delivery lost(Delivery delivery) {
        table.endAttempt(delivery.id(), delivery.fence(), "UNKNOWN");
        return change(delivery.in(DeliveryState.UNKNOWN).because("Sending was interrupted; it may have arrived.", null)
                .counting(delivery.fence() + 1, delivery.tries(), delivery.looks()), "delivery.unknown");
    }

    private Delivery refused(Delivery delivery, String why, String advice) {
        return change(delivery.in(DeliveryState.REFUSED).because(why, advice), "delivery.refused");
    }

    private Delivery change(Delivery delivery, String kind) {
        table.write(delivery);
        record.append(kind, delivery, Actor.SYSTEM, List.of());
        return delivery;
    }

    private record Begun(Delivery delivery, Dispatch dispatch, Account account, String secret) {

        static Begun not(Delivery delivery) {
            return new Begun(delivery, null, null, null);
        }
    }
}
