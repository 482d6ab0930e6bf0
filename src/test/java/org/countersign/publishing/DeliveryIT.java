package org.countersign.publishing;

import org.countersign.account.Accounts;
import org.countersign.post.MediaItem;
import org.countersign.post.PostState;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Samples;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.publishing.DeliveryState.NEEDS_PERSON;
import static org.countersign.publishing.DeliveryState.READY;
import static org.countersign.publishing.DeliveryState.REFUSED;
import static org.countersign.publishing.DeliveryState.SENDING;
import static org.countersign.publishing.DeliveryState.SENT;
import static org.countersign.publishing.DeliveryState.UNKNOWN;

/**
 * Sending on the real database: once, never again blindly, and what becomes of an answer that was lost.
 */
class DeliveryIT extends DeliveryItSetup {

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
}
