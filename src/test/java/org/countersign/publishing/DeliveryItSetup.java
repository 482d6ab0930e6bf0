package org.countersign.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.IntegrationTest;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.ledger.Ledger;
import org.countersign.post.PostState;
import org.countersign.post.Posts;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Connector;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The real database, a server process that can be told to misbehave, and a connector that does what a test says.
 */
@IntegrationTest
abstract class DeliveryItSetup {

    static final String ACCOUNT = "mastodon-delivery-it";
    static final String PROBED = "bluesky-delivery-it";

    @TempDir
    static Path directory;

    static LoopbackMastodonProcess network;

    @Autowired
    JdbcClient jdbc;
    @Autowired
    ObjectMapper json;
    @Autowired
    Posts posts;
    @Autowired
    Accounts accounts;
    @Autowired
    Ledger ledger;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    Clock clock;
    @Autowired
    List<Connector> connectors;

    DeliveryFixture fixture;
    /** What the connector of the account {@link #PROBED} does. */
    Supplier<Outcome> probe;

    @BeforeAll
    static void startNetwork() throws IOException {
        network = new LoopbackMastodonProcess(directory.resolve("statuses.jsonl"));
    }

    @AfterAll
    static void stopNetwork() {
        network.close();
    }

    @BeforeEach
    void setUp() {
        accounts.save(new Account(ACCOUNT, Channel.MASTODON, "mastodon", "Harbor Vale", "@harborvale", network.base(), true),
                LoopbackMastodonProcess.TOKEN, "paul");
        accounts.save(new Account(PROBED, Channel.BLUESKY, "bluesky", "Harbor Vale", "hv.test",
                URI.create("http://localhost:9"), true), "probe", "paul");
        List<Connector> known = new ArrayList<>(connectors.stream().filter(c -> !c.id().equals("bluesky")).toList());
        known.add(new Probe());
        fixture = new DeliveryFixture(jdbc, json, posts, accounts, ledger, transactions, clock, known);
        for (String kind : List.of("instance", "media", "statuses", "self", "list")) {
            network.behave(kind, "OK", 0);
        }
    }

    PostState state(UUID deliveryId) {
        return PostState.valueOf(jdbc.sql("select state from post where id = ?").param(fixture.delivery(deliveryId).postId())
                .query(String.class).single());
    }

    void other(Runnable act) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> act.run());
    }

    private final class Probe implements Connector {

        @Override
        public String id() {
            return "bluesky";
        }

        @Override
        public boolean naturalKey() {
            return true;
        }

        @Override
        public Answered<Outcome> publish(Dispatch dispatch, Account account, String secret) {
            return new Answered<>(probe.get(), List.of());
        }

        @Override
        public Answered<Sighting> readBack(Dispatch dispatch, Account account, String secret, Instant since, Set<String> taken) {
            return new Answered<>(new Sighting.Absent(), List.of());
        }
    }
}
