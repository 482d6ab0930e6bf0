package org.countersign.publishing;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.IntegrationTest;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.ledger.Ledger;
import org.countersign.post.MediaItem;
import org.countersign.post.PostState;
import org.countersign.post.Posts;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Connector;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Samples;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.publishing.DeliveryState.LATE;
import static org.countersign.publishing.DeliveryState.NEEDS_PERSON;
import static org.countersign.publishing.DeliveryState.NOT_POSTED;
import static org.countersign.publishing.DeliveryState.POSTED_BY_HAND;
import static org.countersign.publishing.DeliveryState.READY;
import static org.countersign.publishing.DeliveryState.REFUSED;
import static org.countersign.publishing.DeliveryState.SENDING;
import static org.countersign.publishing.DeliveryState.SENT;
import static org.countersign.publishing.DeliveryState.UNKNOWN;

/**
 * Deliveries on the real database against a server process that can be told to misbehave.
 */
@IntegrationTest
class DeliveryIT {

    private static final String ACCOUNT = "mastodon-delivery-it";
    private static final String PROBED = "bluesky-delivery-it";

    @TempDir
    static Path directory;

    private static LoopbackMastodonProcess network;

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

    private DeliveryFixture fixture;
    /** What the connector of the account {@link #PROBED} does. */
    private Supplier<Outcome> probe;

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
        accounts.save(new Account(ACCOUNT, Channel.MASTODON, "mastodon", "Harbor Vale", "@org", network.base(), true),
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

    @Test
    void isSentOnceHoweverOftenItIsAsked() {
        MediaItem picture = fixture.posts.picture(Samples.png(40, 30), "A nurse smiles");
        UUID id = fixture.ready(TestPosts.content("Get your flu shot & stay well", List.of(picture), null,
                Instant.now().plus(Duration.ofHours(1)), ACCOUNT));
        assertThat(state(id)).isEqualTo(PostState.PUBLISHING);
        int before = network.posts().size();

        assertThat(fixture.sender.send(id).state()).isEqualTo(SENT);
        assertThat(fixture.sender.send(id).state()).isEqualTo(SENT);

        assertThat(network.posts()).hasSize(before + 1);
        assertThat(network.posts().get(0).get("text").asText())
                .isEqualTo("Get your flu shot & stay well\nhttps://harborvale.example/flu");
        assertThat(network.posts().get(0).at("/media_attachments/0/description").asText()).isEqualTo("A nurse smiles");
        assertThat(fixture.delivery(id).remoteUrl()).isEqualTo(network.posts().get(0).get("url").asText());
        assertThat(fixture.conclude(id)).isEqualTo(PublicationOutcome.PUBLISHED);
        assertThat(state(id)).isEqualTo(PostState.PUBLISHED);
        assertThat(fixture.kinds(id)).containsExactly("publication.started", "delivery.sent", "publication.concluded");
        assertThat(fixture.records(id).get(1).payload().toString()).contains("flu shot", "/api/v1/statuses")
                .doesNotContain(LoopbackMastodonProcess.TOKEN);
        assertThat(fixture.records(id).get(1).references()).containsEntry("accountId", ACCOUNT).containsKey("digest");
    }

    @Test
    void keysAreChosenOnce() {
        UUID postId = fixture.posts.due(TestPosts.content("Once", List.of(), null,
                Instant.now().plus(Duration.ofHours(1)), ACCOUNT, PROBED));
        List<Delivery> first = fixture.prepare(postId, 1);
        assertThat(fixture.prepare(postId, 1)).isEqualTo(first).hasSize(2);
        assertThat(first).extracting(Delivery::recordKey).doesNotHaveDuplicates()
                .allMatch(key -> key.matches("[2-7a-j][2-7a-z]{12}"));
        assertThat(ledger.stream(postId)).hasSize(1);
    }

    @Test
    void aLostAnswerIsFoundOnTheNetwork() {
        UUID id = fixture.ready("Lost answer, kept post " + UUID.randomUUID(), ACCOUNT);
        int before = network.posts().size();
        network.behave("statuses", "STORES_AND_SILENT", 1);
        assertThat(fixture.sender.send(id).state()).isEqualTo(UNKNOWN);
        assertThat(fixture.sender.send(id).state()).as("not sent again").isEqualTo(UNKNOWN);
        assertThat(fixture.reconciler.look(id).state()).isEqualTo(SENT);
        assertThat(network.posts()).hasSize(before + 1);
        assertThat(fixture.delivery(id).remoteId()).isEqualTo(network.posts().get(0).get("id").asText());
        assertThat(fixture.kinds(id)).containsExactly("publication.started", "delivery.unknown", "delivery.found");
    }

    @Test
    void aPostThatIsNotFoundGoesToAPersonAfterFourLooks() {
        UUID id = fixture.ready("Never stored " + UUID.randomUUID(), ACCOUNT);
        network.behave("statuses", "FAILS", 1);
        assertThat(fixture.sender.send(id).state()).isEqualTo(UNKNOWN);
        for (int look = 1; look <= 3; look++) {
            assertThat(fixture.reconciler.look(id).state()).isEqualTo(UNKNOWN);
        }
        assertThat(fixture.reconciler.look(id).state()).isEqualTo(NEEDS_PERSON);
        assertThat(fixture.delivery(id).advice()).isNotBlank();

        fixture.decide(() -> fixture.decisions.again(id, "paul"));
        assertThat(fixture.sender.send(id).state()).isEqualTo(SENT);
        assertThat(fixture.kinds(id)).endsWith("delivery.absent", "delivery.ordered-again", "delivery.sent");
    }

    @Test
    void twoPostsAlikeNeverClaimTheSameOneOnTheNetwork() {
        String text = "Alike " + UUID.randomUUID();
        UUID sent = fixture.ready(text, ACCOUNT);
        UUID lost = fixture.ready(text, ACCOUNT);
        assertThat(fixture.sender.send(sent).state()).isEqualTo(SENT);
        network.behave("statuses", "SILENT", 1);
        assertThat(fixture.sender.send(lost).state()).isEqualTo(UNKNOWN);
        assertThat(fixture.reconciler.look(lost).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatDidNotArriveIsTriedFiveTimesThenGivenUp() throws IOException {
        UUID id = fixture.ready("No server", ACCOUNT);
        network.kill();
        try {
            for (int attempt = 1; attempt <= 4; attempt++) {
                assertThatThrownBy(() -> fixture.sender.send(id)).isInstanceOf(DeliveryNotSent.class)
                        .hasMessageNotContaining("No server").hasMessageContaining(attempt + " of 5");
                assertThat(fixture.delivery(id).state()).isEqualTo(READY);
            }
            assertThat(fixture.sender.send(id).state()).isEqualTo(REFUSED);
            assertThat(fixture.delivery(id).explanation()).contains("Given up");
        } finally {
            network.restart();
        }
        fixture.decide(() -> fixture.decisions.again(id, "paul"));
        assertThat(fixture.sender.send(id).state()).isEqualTo(SENT);
    }

    @Test
    void aNetworkThatTurnsAwayTellsAPersonWhatToDo() {
        UUID id = fixture.ready("Wrong token", ACCOUNT);
        network.behave("statuses", "UNAUTHORIZED", 1);
        assertThat(fixture.sender.send(id).state()).isEqualTo(REFUSED);
        assertThat(fixture.delivery(id).advice()).contains("Accounts");
        fixture.decide(() -> fixture.decisions.notPosted(id, "paul", "Not needed any more"));
        assertThat(fixture.conclude(id)).isEqualTo(PublicationOutcome.NOT_PUBLISHED);
    }

    @Test
    void aSenderThatDiedLeavesAnUnknownAndWhatItStillAnswersChangesNothing() {
        UUID id = fixture.ready("Two workers", PROBED);
        List<DeliveryState> seen = new ArrayList<>();
        probe = () -> {
            // While this one waits for its answer, its job is given to another worker, which must not send.
            seen.add(fixture.sender.send(id).state());
            return new Outcome.Sent("at://late", "https://bsky.app/late");
        };
        assertThat(fixture.sender.send(id).state()).isEqualTo(UNKNOWN);
        assertThat(seen).containsExactly(UNKNOWN);
        assertThat(fixture.delivery(id).remoteId()).isNull();
        assertThat(fixture.kinds(id)).containsExactly("publication.started", "delivery.unknown", "delivery.answered-too-late");
    }

    @Test
    void aConnectorThatBreaksLeavesAnAttemptThatIsNeverRepeatedBlindly() {
        UUID id = fixture.ready("A bug", PROBED);
        probe = () -> {
            throw new IllegalStateException("a bug");
        };
        assertThatThrownBy(() -> fixture.sender.send(id)).hasMessage("a bug");
        assertThat(fixture.delivery(id).state()).isEqualTo(SENDING);
        assertThat(fixture.sender.send(id).state()).isEqualTo(UNKNOWN);
    }

    @Test
    void absentWhereSendingTwiceIsOnePostIsReadyAgainButNotForEver() {
        UUID id = fixture.ready("Natural key", PROBED);
        probe = () -> new Outcome.Unknown("The server failed with status 500.");
        for (int round = 1; round <= 3; round++) {
            assertThat(fixture.sender.send(id).state()).isEqualTo(UNKNOWN);
            assertThat(fixture.reconciler.look(id).state()).isEqualTo(READY);
        }
        assertThat(fixture.sender.send(id).state()).isEqualTo(UNKNOWN);
        assertThat(fixture.reconciler.look(id).state()).isEqualTo(NEEDS_PERSON);
    }

    @Test
    void eightWorkersSendOnce() throws Exception {
        UUID id = fixture.ready("Eight workers", PROBED);
        AtomicInteger calls = new AtomicInteger();
        probe = () -> new Outcome.Sent("at://once/" + calls.incrementAndGet(), "https://bsky.app/once");
        ExecutorService workers = Executors.newFixedThreadPool(8);
        List<Future<Delivery>> results = workers.invokeAll(Collections.nCopies(8,
                (Callable<Delivery>) () -> fixture.sender.send(id)));
        for (Future<Delivery> result : results) {
            assertThat(result.get().state()).isIn(SENT, UNKNOWN);
        }
        workers.shutdown();
        assertThat(calls).hasValue(1);
    }

    @Test
    void outsideItsWindowNothingIsSent() {
        Instant now = Instant.now();
        int before = network.posts().size();
        UUID late = fixture.ready(TestPosts.content("Late", List.of(), now.minusSeconds(600), now.minusSeconds(1), ACCOUNT));
        assertThat(fixture.sender.send(late).state()).isEqualTo(LATE);
        assertThat(fixture.conclude(late)).isEqualTo(PublicationOutcome.LATE);
        assertThat(state(late)).isEqualTo(PostState.NEEDS_NEW_TIME);
        UUID early = fixture.ready(TestPosts.content("Early", List.of(), now.plusSeconds(600), now.plusSeconds(900), ACCOUNT));
        assertThatThrownBy(() -> fixture.sender.send(early)).isInstanceOf(DeliveryNotSent.class);
        assertThat(fixture.delivery(early).state()).isEqualTo(READY);
        assertThat(network.posts()).hasSize(before);
    }

    @Test
    void aConditionStopsItUnderTheLockOfThePost() {
        UUID id = fixture.ready("Held", ACCOUNT);
        fixture.condition = (version, now) -> {
            // Somebody else, in another transaction, cannot touch the post while the conditions are asked.
            assertThatThrownBy(() -> other(() -> jdbc.sql("select 1 from post where id = ? for update nowait")
                    .param(version.postId()).query(Integer.class).single())).isInstanceOf(Exception.class);
            return Optional.of("The authorization was revoked.");
        };
        assertThat(fixture.sender.send(id).state()).isEqualTo(REFUSED);
        assertThat(fixture.delivery(id).explanation()).isEqualTo("The authorization was revoked.");
        assertThat(fixture.kinds(id)).endsWith("delivery.refused");
    }

    @Test
    void whatIsNotTheApprovedPostIsNotSent() {
        UUID replaced = fixture.ready("Replaced", ACCOUNT);
        fixture.posts.version(fixture.delivery(replaced).postId(), 2, TestPosts.content("Newer", List.of(), null,
                Instant.now().plusSeconds(60), ACCOUNT));
        assertThat(fixture.sender.send(replaced).state()).isEqualTo(REFUSED);

        UUID withdrawn = fixture.ready("Withdrawn", ACCOUNT);
        posts.enter(fixture.delivery(withdrawn).postId(), PostState.WITHDRAWN);
        assertThat(fixture.sender.send(withdrawn).state()).isEqualTo(REFUSED);

        UUID altered = fixture.ready("Altered", ACCOUNT);
        jdbc.sql("update delivery set digest = repeat('0', 64) where id = ?").param(altered).update();
        assertThat(fixture.sender.send(altered).state()).isEqualTo(REFUSED);

        MediaItem real = fixture.posts.picture(Samples.png(9, 9), "Real");
        MediaItem exchanged = new MediaItem(fixture.posts.picture(Samples.png(8, 8), "Other").id(), real.sha256(),
                "image/png", "x.png", "Real", null, null);
        UUID picture = fixture.ready(TestPosts.content("Picture", List.of(exchanged), null, Instant.now().plusSeconds(60), ACCOUNT));
        assertThat(fixture.sender.send(picture).state()).isEqualTo(REFUSED);

        UUID inactive = fixture.ready("Inactive", ACCOUNT);
        accounts.deactivate(ACCOUNT, "paul");
        assertThat(fixture.sender.send(inactive).state()).isEqualTo(REFUSED);
        assertThat(network.posts().toString()).doesNotContain("Replaced", "Withdrawn", "Altered", "Inactive");
    }

    @Test
    void aPersonPostsByHandAndProvesIt() {
        String account = "linkedin-delivery-it";
        accounts.save(new Account(account, Channel.LINKEDIN, Account.MANUAL, "Harbor Vale", "harbor-vale", null, true), null, "paul");
        UUID posted = fixture.ready("By hand", account);
        assertThatThrownBy(() -> fixture.decide(() -> fixture.decisions.online(posted, "paul", "https://evil.example/posts/1")))
                .isInstanceOf(IllegalArgumentException.class);
        fixture.decide(() -> fixture.decisions.online(posted, "paul", "https://www.linkedin.com/posts/1"));
        assertThat(fixture.delivery(posted).state()).isEqualTo(POSTED_BY_HAND);
        assertThat(fixture.records(posted).get(1).actor().id()).isEqualTo("paul");
        UUID dropped = fixture.ready("By hand", account);
        fixture.decide(() -> fixture.decisions.notPosted(dropped, "paul", "The event was cancelled"));
        assertThat(fixture.delivery(dropped).state()).isEqualTo(NOT_POSTED);
        assertThat(fixture.records(dropped).get(1).payload().get("reason").asText()).isEqualTo("The event was cancelled");
    }

    private PostState state(UUID deliveryId) {
        return PostState.valueOf(jdbc.sql("select state from post where id = ?").param(fixture.delivery(deliveryId).postId())
                .query(String.class).single());
    }

    private void other(Runnable act) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> act.run());
    }

    private class Probe implements Connector {

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
