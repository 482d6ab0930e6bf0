package org.countersign.notification;

import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** The outbox of an application that has no mail server. */
@IntegrationTest
class OutboxIT {

    @Autowired
    private Outbox outbox;
    @Autowired
    private MailStore store;
    @Autowired
    private MailDispatcher dispatcher;
    @Autowired
    private Ledger ledger;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private final UUID post = UUID.randomUUID();

    @BeforeEach
    void empty() {
        jdbc.sql("delete from mail").update();
    }

    @Test
    void keepsOneMailForEachEventAndRecipient() {
        assertThat(enqueue("post.approved:1", "dana")).isTrue();
        assertThat(enqueue("post.approved:1", "dana")).isFalse();
        assertThat(enqueue("post.approved:1", "ben")).isTrue();
        assertThat(enqueue("post.approved:2", "dana")).isTrue();

        assertThat(store.page(null, 10, 0)).hasSize(3).extracting(Mail::messageId).doesNotHaveDuplicates();
        assertThat(ledger.stream(post)).extracting(LedgerRecord::kind)
                .containsExactly("mail.queued", "mail.queued", "mail.queued");
    }

    @Test
    void recordsWhatWasMailedToWhom() {
        enqueue("post.approved:1", "dana");

        Mail mail = store.page(MailState.QUEUED, 10, 0).get(0);
        assertThat(ledger.stream(post)).singleElement().satisfies(record -> {
            assertThat(record.references()).containsEntry("mail", mail.id().toString())
                    .containsEntry("template", "post-approved");
            assertThat(record.payload().get("recipient").asText()).isEqualTo("dana");
            assertThat(record.payload().get("subject").asText()).isEqualTo(mail.content().subject());
            assertThat(record.toString()).as("the address stays in the outbox").doesNotContain("@harborvale.example");
        });
    }

    @Test
    void keepsNothingOfAnEventThatIsRolledBack() {
        transaction.executeWithoutResult(status -> {
            outbox.enqueue(request("post.approved:1", recipient("dana")));
            status.setRollbackOnly();
        });

        assertThat(store.page(null, 10, 0)).isEmpty();
        assertThat(ledger.stream(post)).isEmpty();
        assertThat(enqueue("post.approved:1", "dana")).as("the event happens later after all").isTrue();
    }

    @Test
    void refusesAMailOutsideOfATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.enqueue(request("post.approved:1", recipient("dana"))));
        assertThat(store.page(null, 10, 0)).isEmpty();
    }

    @Test
    void keepsAMailForSomebodyWithoutAddressAsGivenUp() {
        transaction.executeWithoutResult(status ->
                outbox.enqueue(request("post.approved:1", new Recipient("dana", "Dana Whitfield", null))));

        assertThat(store.page(MailState.FAILED, 10, 0)).singleElement()
                .satisfies(mail -> assertThat(mail.lastError()).isEqualTo("NoAddress"));
        assertThat(ledger.stream(post)).extracting(LedgerRecord::kind).containsExactly("mail.queued", "mail.failed");
    }

    @Test
    void keepsMailsReadableWhileThereIsNoMailServer() {
        enqueue("post.approved:1", "dana");

        dispatcher.sendDue();

        assertThat(store.page(null, 10, 0)).singleElement().satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.QUEUED);
            assertThat(mail.attempts()).isZero();
            assertThat(mail.content().text()).startsWith("Hello Person dana,");
            assertThat(store.find(mail.id())).contains(mail);
        });
    }

    private boolean enqueue(String eventKey, String userId) {
        return Boolean.TRUE.equals(transaction.execute(status -> outbox.enqueue(request(eventKey, recipient(userId)))));
    }

    private MailRequest request(String eventKey, Recipient recipient) {
        return new MailRequest(eventKey + post, "post-approved", recipient, post,
                Map.of("kind", "Event", "link", "/desk/posts/" + post));
    }

    private static Recipient recipient(String userId) {
        return new Recipient(userId, "Person " + userId, userId + "@harborvale.example");
    }
}
