package org.countersign.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.IntegrationTest;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.ledger.Ledger;
import org.countersign.post.MediaItem;
import org.countersign.post.Posts;
import org.countersign.publishing.bluesky.BlueskyServer;
import org.countersign.publishing.connector.Connector;
import org.countersign.publishing.connector.Samples;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real Bluesky server is killed while posts are on their way to it, and every post is there once in the end.
 */
@Tag("bluesky")
@IntegrationTest
class BlueskyCrashIT {

    private static final String ACCOUNT = "bluesky-crash-it";
    private static final int POSTS = 18;
    private static final int KILLS = 3;

    @TempDir
    static Path directory;

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

    @Test
    void everyPostIsThereOnceAlthoughTheServerIsKilledAgainAndAgain() throws Exception {
        try (BlueskyServer server = new BlueskyServer(directory)) {
            accounts.save(new Account(ACCOUNT, Channel.BLUESKY, "bluesky", "Harbor Vale", BlueskyServer.HANDLE, server.base(),
                    true), server.appPassword(), "paul");
            DeliveryFixture fixture = new DeliveryFixture(jdbc, json, posts, accounts, ledger, transactions, clock, connectors);
            MediaItem picture = fixture.posts.picture(Samples.png(40, 30), "A nurse smiles");
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < POSTS; i++) {
                ids.add(fixture.ready(TestPosts.content("Post " + i, List.of(picture), null,
                        Instant.now().plus(Duration.ofHours(1)), ACCOUNT)));
            }
            // Held for writing while the server is down; a worker that is sending does not hold it.
            ReadWriteLock up = new ReentrantReadWriteLock();
            ExecutorService workers = Executors.newFixedThreadPool(3);
            List<Future<?>> settled = ids.stream().<Future<?>>map(id -> workers.submit(() -> settle(fixture, id, up))).toList();
            for (int kill = 0; kill < KILLS; kill++) {
                await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(() -> onTheWay() >= 2);
                server.kill();
                up.writeLock().lock();
                server.restart();
                up.writeLock().unlock();
            }
            for (Future<?> each : settled) {
                each.get(3, TimeUnit.MINUTES);
            }
            workers.shutdown();

            List<String> texts = new ArrayList<>();
            for (JsonNode post : server.posts()) {
                texts.add(post.at("/value/text").asText().lines().findFirst().orElseThrow());
            }
            assertThat(texts).hasSize(POSTS).doesNotHaveDuplicates();
            assertThat(ids).allSatisfy(id -> assertThat(fixture.delivery(id).state()).isEqualTo(DeliveryState.SENT));
            assertThat(ids.stream().flatMap(id -> fixture.kinds(id).stream()).toList())
                    .as("the server was hit while sending").containsAnyOf("delivery.unknown", "delivery.not-sent");
        }
    }

    private int onTheWay() {
        return jdbc.sql("select count(*) from delivery where account_id = ? and state = 'SENDING'").param(ACCOUNT)
                .query(Integer.class).single();
    }

    /** What the process does with a delivery, with its pauses replaced by waiting for the server. */
    private static void settle(DeliveryFixture fixture, UUID id, ReadWriteLock up) {
        while (fixture.delivery(id).state() != DeliveryState.SENT) {
            up.readLock().lock();
            up.readLock().unlock();
            switch (fixture.delivery(id).state()) {
                case UNKNOWN -> fixture.reconciler.look(id);
                case REFUSED, NEEDS_PERSON -> fixture.decide(() -> fixture.decisions.again(id, "paul"));
                default -> send(fixture, id);
            }
        }
    }

    private static void send(DeliveryFixture fixture, UUID id) {
        try {
            fixture.sender.send(id);
        } catch (DeliveryNotSent e) {
            assertThat(fixture.delivery(id).state()).isEqualTo(DeliveryState.READY);
        }
    }
}
