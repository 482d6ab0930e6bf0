package org.countersign.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.account.Accounts;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.post.PostContent;
import org.countersign.post.Posts;
import org.countersign.post.PublicationCondition;
import org.countersign.publishing.connector.Connector;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The services of a publication on the real database, with conditions and connectors that a test chooses.
 */
class DeliveryFixture {

    final List<String> refusals = new ArrayList<>();
    final DeliverySender sender;
    final DeliveryReconciler reconciler;
    final DeliveryPlanner planner;
    final HandDecisions decisions;
    final DeliveryTable table;
    final TestPosts posts;
    PublicationCondition condition = (version, now) -> refusals.isEmpty() ? Optional.empty() : Optional.of(refusals.get(0));

    private final Ledger ledger;
    private final TransactionTemplate transactions;

    DeliveryFixture(JdbcClient jdbc, ObjectMapper json, Posts posts, Accounts accounts, Ledger ledger,
                    PlatformTransactionManager transactions, Clock clock, List<Connector> known) {
        this.ledger = ledger;
        this.transactions = new TransactionTemplate(transactions);
        this.posts = new TestPosts(jdbc, json);
        table = new DeliveryTable(jdbc, clock);
        DeliveryRecord record = new DeliveryRecord(ledger, clock);
        DispatchFactory dispatches = new DispatchFactory(posts);
        Connectors connectors = new Connectors(known);
        PublicationCondition asked = (version, now) -> condition.refusal(version, now);
        SendingRules rules = new SendingRules(posts, new StaticListableBeanFactory(Map.of("condition", asked))
                .getBeanProvider(PublicationCondition.class));
        sender = new DeliverySender(table, posts, accounts, rules, dispatches, connectors,
                new DeliveryOutcomes(table, record), record, transactions, clock);
        reconciler = new DeliveryReconciler(table, posts, accounts, dispatches, connectors, record,
                new LookPlan(Collections.nCopies(4, Duration.ofSeconds(5))), transactions);
        planner = new DeliveryPlanner(table, posts, ledger, clock);
        decisions = new HandDecisions(table, posts, accounts, record, clock);
    }

    /** One delivery of a post that is due now, ready to be sent. */
    UUID ready(String text, String account) {
        return ready(TestPosts.content(text, List.of(), null, Instant.now().plus(Duration.ofHours(1)), account));
    }

    UUID ready(PostContent content) {
        UUID postId = posts.due(content);
        return prepare(postId, 1).get(0).id();
    }

    List<Delivery> prepare(UUID postId, int version) {
        return transactions.execute(status -> planner.prepare(postId, version));
    }

    PublicationOutcome conclude(UUID deliveryId) {
        Delivery delivery = delivery(deliveryId);
        return transactions.execute(status -> planner.conclude(delivery.postId(), delivery.versionNumber()));
    }

    void decide(Runnable decision) {
        transactions.executeWithoutResult(status -> decision.run());
    }

    Delivery delivery(UUID id) {
        return table.find(id).orElseThrow();
    }

    /** What the record says of the delivery's post, in order. */
    List<LedgerRecord> records(UUID deliveryId) {
        return ledger.stream(delivery(deliveryId).postId());
    }

    List<String> kinds(UUID deliveryId) {
        return records(deliveryId).stream().map(LedgerRecord::kind).toList();
    }
}
