package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.ledger.Actor;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Connector;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Sighting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * Finds out what became of a delivery whose answer was lost, by looking on the network. Lists there lag behind, so one
 * look that finds nothing proves nothing, except where a post is read by a key of ours.
 */
@Service
public class DeliveryReconciler {

    private final DeliveryTable table;
    private final Posts posts;
    private final Accounts accounts;
    private final DispatchFactory dispatches;
    private final Connectors connectors;
    private final DeliveryRecord record;
    private final LookPlan plan;
    private final TransactionTemplate ownTransaction;

    DeliveryReconciler(DeliveryTable table, Posts posts, Accounts accounts, DispatchFactory dispatches,
                       Connectors connectors, DeliveryRecord record, LookPlan plan,
                       PlatformTransactionManager transactions) {
        this.table = table;
        this.posts = posts;
        this.accounts = accounts;
        this.dispatches = dispatches;
        this.connectors = connectors;
        this.record = record;
        this.plan = plan;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Looks once.
     *
     * @return the delivery afterwards: SENT when it was found, READY when it is certainly absent and may be sent again,
     * UNKNOWN when another look is due, NEEDS_PERSON when looking does not help
     */
    public Delivery look(UUID deliveryId) {
        Delivery delivery = table.find(deliveryId).orElseThrow();
        if (delivery.state() != DeliveryState.UNKNOWN) {
            return delivery;
        }
        Account account = accounts.find(delivery.accountId()).orElseThrow();
        Connector connector = connectors.of(account);
        Answered<Sighting> answered = read(delivery, account, connector);
        return ownTransaction.execute(status -> write(delivery, answered, connector));
    }

    private Answered<Sighting> read(Delivery delivery, Account account, Connector connector) {
        PostVersion version = posts.version(delivery.postId(), delivery.versionNumber()).orElseThrow();
        Dispatch dispatch = dispatches.build(delivery, version, account);
        Instant since = table.firstUnknownAttempt(delivery.id()).orElse(delivery.recordTime());
        String secret;
        try {
            secret = accounts.secret(account.id());
        } catch (NoSuchElementException e) {
            return new Answered<>(new Sighting.Unclear("The account has no password or token."), List.of());
        }
        return connector.readBack(dispatch, account, secret, since, table.takenBesides(delivery, since));
    }

    private Delivery write(Delivery looked, Answered<Sighting> answered, Connector connector) {
        Delivery now = table.lock(looked.id());
        if (now.state() != DeliveryState.UNKNOWN || now.fence() != looked.fence() || now.looks() != looked.looks()) {
            return now;
        }
        Delivery counted = now.counting(now.fence(), now.tries(), now.looks() + 1);
        Delivery after = after(counted, answered.result(), connector.naturalKey());
        table.write(after);
        record.append("delivery." + kind(answered.result()), after, Actor.SYSTEM, answered.exchanges());
        return after;
    }

    private Delivery after(Delivery now, Sighting sighting, boolean naturalKey) {
        if (sighting instanceof Sighting.Found found) {
            return now.in(DeliveryState.SENT).at(found.remoteId(), found.url());
        }
        if (sighting instanceof Sighting.Doubtful doubtful) {
            return person(now, doubtful.why());
        }
        boolean absent = sighting instanceof Sighting.Absent;
        if (plan.exhausted(now.looks())) {
            return person(now, absent ? "It was not found on the network." : ((Sighting.Unclear) sighting).why());
        }
        if (absent && naturalKey) {
            return now.in(DeliveryState.READY).because(null, null);
        }
        return now.because(absent ? "It is not on the network so far." : ((Sighting.Unclear) sighting).why(), null);
    }

    private static Delivery person(Delivery now, String why) {
        return now.in(DeliveryState.NEEDS_PERSON).because(why, "Look on the network whether the post is there.");
    }

    private static String kind(Sighting sighting) {
        return sighting instanceof Sighting.Found ? "found" : sighting instanceof Sighting.Absent ? "absent"
                : sighting instanceof Sighting.Doubtful ? "doubtful" : "unclear";
    }
}
