package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.account.Channel;
import org.countersign.post.MediaItem;
import org.countersign.post.PostState;
import org.countersign.publishing.connector.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.publishing.DeliveryState.LATE;
import static org.countersign.publishing.DeliveryState.NOT_POSTED;
import static org.countersign.publishing.DeliveryState.POSTED_BY_HAND;
import static org.countersign.publishing.DeliveryState.READY;
import static org.countersign.publishing.DeliveryState.REFUSED;

/**
 * What keeps a delivery from being sent, and what people do by hand.
 */
class DeliveryRulesIT extends DeliveryItSetup {

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

    @Test
    void aPersonGetsAPostOnlyOnTheConditionsOfAConnector() {
        String account = "facebook-delivery-it";
        accounts.save(new Account(account, Channel.FACEBOOK, Account.MANUAL, "Harbor Vale", "harborvale", null, true), null, "paul");
        UUID good = fixture.ready("Good", account);
        assertThat(handOut(good)).isTrue();
        assertThat(fixture.delivery(good).state()).isEqualTo(READY);

        UUID expired = fixture.ready("Approved too long ago", account);
        fixture.refusals.add("The approval of legal is no longer valid.");
        assertThat(handOut(expired)).isFalse();
        assertThat(fixture.delivery(expired).state()).isEqualTo(REFUSED);
        assertThat(fixture.delivery(expired).explanation()).isEqualTo("The approval of legal is no longer valid.");
        assertThat(fixture.sender.send(expired).state()).isEqualTo(REFUSED);
        fixture.refusals.clear();
        fixture.decide(() -> fixture.decisions.again(expired, "paul"));
        assertThat(handOut(expired)).isTrue();

        UUID altered = fixture.ready("Altered", account);
        jdbc.sql("update delivery set digest = repeat('0', 64) where id = ?").param(altered).update();
        assertThat(handOut(altered)).isFalse();
        Instant now = Instant.now();
        UUID late = fixture.ready(TestPosts.content("Late", List.of(), now.minusSeconds(600), now.minusSeconds(1), account));
        assertThat(handOut(late)).isFalse();
        assertThat(fixture.sender.send(late).state()).isEqualTo(LATE);
    }

    private boolean handOut(UUID delivery) {
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> fixture.sender.handOut(delivery)));
    }
}
