package org.countersign.notification;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.ledger.LedgerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Sending to a mail server that is there, is down, or does not answer. */
@IntegrationTest
class MailDispatcherIT {

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    @Autowired
    private MailRenderer renderer;
    @Autowired
    private MailIdentity identity;
    @Autowired
    private MailStore store;
    @Autowired
    private Ledger ledger;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private final UUID post = UUID.randomUUID();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T20:00:00Z"));
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void serverIsUp() {
        jdbc.sql("delete from mail").update();
        sender.setHost("127.0.0.1");
        sender.setPort(MAIL.getSmtp().getPort());
        sender.getJavaMailProperties().putAll(Map.of("mail.smtp.connectiontimeout", "300", "mail.smtp.timeout", "300"));
    }

    @Test
    void sendsTextAndHtmlOnce() throws Exception {
        enqueue("event");
        enqueue("event");

        dispatcher(ledger).sendDue();
        dispatcher(ledger).sendDue();

        MimeMessage message = onlyMessage();
        Mail mail = onlyMail();
        assertThat(message.getSubject()).isEqualTo("Escalated: Legal review, reference " + post.toString().substring(0, 8));
        assertThat(recipientOf(message)).isEqualTo("\"Dana Müller\" <dana@harborvale.example>");
        assertThat(message.getFrom()).containsExactly(identity.from());
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("Message-ID")).containsExactly(mail.messageId());
        assertThat(message.getHeader("References")).containsExactly("<stream." + post + "@localhost>");
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<stream." + post + "@localhost>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(clock.instant());
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString()).isEqualToNormalizingNewlines(mail.content().text())
                .contains("Lena Ortiz");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).isEqualToNormalizingNewlines(mail.content().html());
        assertThat(mail.state()).isEqualTo(MailState.SENT);
        assertThat(mail.sentAt()).isEqualTo(clock.instant());
        assertThat(kinds()).containsExactly("mail.queued", "mail.sent");
    }

    @Test
    void waitsForAServerThatIsDownAndSendsOnceWhenItIsUp() throws Exception {
        enqueue("event");
        sender.setPort(closedPort());

        dispatcher(ledger).sendDue();
        assertThat(onlyMail()).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.QUEUED);
            assertThat(mail.attempts()).isEqualTo(1);
            assertThat(mail.lastError()).isEqualTo("ConnectException");
        });

        sender.setPort(MAIL.getSmtp().getPort());
        clock.advance(Duration.ofSeconds(59));
        dispatcher(ledger).sendDue();
        assertThat(MAIL.getReceivedMessages()).as("not before the minute is over").isEmpty();

        clock.advance(Duration.ofSeconds(1));
        dispatcher(ledger).sendDue();
        dispatcher(ledger).sendDue();
        assertThat(onlyMessage().getMessageID()).isEqualTo(onlyMail().messageId());
        assertThat(onlyMail().lastError()).isNull();
        assertThat(kinds()).containsExactly("mail.queued", "mail.sent");
    }

    @Test
    void repeatsAMailWithTheSameIdWhenItDiedBeforeItCouldNoteTheAnswer() throws Exception {
        enqueue("event");

        assertThatThrownBy(dispatcher(new DyingLedger())::sendDue).hasMessage("died");
        dispatcher(ledger).sendDue();
        assertThat(MAIL.getReceivedMessages()).as("the claim holds").hasSize(1);

        clock.advance(MailDispatcher.CLAIM);
        dispatcher(ledger).sendDue();
        assertThat(MAIL.getReceivedMessages()).hasSize(2).extracting(MimeMessage::getMessageID)
                .containsOnly(onlyMail().messageId());
        assertThat(kinds()).containsExactly("mail.queued", "mail.sent");
    }

    @Test
    void doesNotWaitForAServerThatStaysSilent() throws IOException {
        enqueue("event");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            sender.setPort(silent.getLocalPort());

            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> dispatcher(ledger).sendDue());
        }
        assertThat(onlyMail().state()).isEqualTo(MailState.QUEUED);
        assertThat(onlyMail().lastError()).isEqualTo("SocketTimeoutException");
    }

    @Test
    void givesUpAfterFourDays() throws IOException {
        enqueue("event");
        sender.setPort(closedPort());

        MailDispatcher dispatcher = dispatcher(ledger);
        dispatcher.sendDue();
        for (Duration wait : MailDispatcher.BACK_OFF) {
            assertThat(onlyMail().state()).isEqualTo(MailState.QUEUED);
            clock.advance(wait);
            dispatcher.sendDue();
        }

        assertThat(onlyMail().state()).isEqualTo(MailState.FAILED);
        assertThat(onlyMail().attempts()).isEqualTo(MailDispatcher.BACK_OFF.size() + 1);
        assertThat(kinds()).containsExactly("mail.queued", "mail.failed");
        clock.advance(Duration.ofDays(1));
        dispatcher.sendDue();
        assertThat(onlyMail().attempts()).isEqualTo(MailDispatcher.BACK_OFF.size() + 1);
    }

    @Test
    void keepsAnAddressThatIsNoneFromHoldingUpOthers() throws MessagingException {
        enqueue("bad", new Recipient("bad", "Bad", "no address at all"));
        clock.advance(Duration.ofSeconds(1));
        enqueue("good");

        dispatcher(ledger).sendDue();
        dispatcher(ledger).sendDue();

        assertThat(recipientOf(onlyMessage())).isEqualTo("\"Dana Müller\" <dana@harborvale.example>");
        assertThat(store.page(MailState.QUEUED, 10, 0)).singleElement()
                .satisfies(mail -> assertThat(mail.lastError()).isEqualTo("AddressException"));
    }

    @Test
    void sendsEachMailOnceFromSeveralSenders() {
        IntStream.range(0, 30).forEach(number -> enqueue("event " + number));

        CompletableFuture.allOf(IntStream.range(0, 3)
                .mapToObj(number -> CompletableFuture.runAsync(dispatcher(ledger)::sendDue))
                .toArray(CompletableFuture[]::new)).join();

        assertThat(Arrays.stream(MAIL.getReceivedMessages())).hasSize(30)
                .extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
    }

    private MailDispatcher dispatcher(Ledger records) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("sender", sender));
        MailServer server = new MailServer(beans.getBeanProvider(JavaMailSender.class), "127.0.0.1");
        return new MailDispatcher(store, server, identity, new MailRecords(records, clock), transaction, clock);
    }

    private void enqueue(String event) {
        enqueue(event, new Recipient("dana", "Dana Müller", "dana@harborvale.example"));
    }

    private void enqueue(String event, Recipient recipient) {
        Outbox outbox = new StoredOutbox(renderer, identity, store, new MailRecords(ledger, clock), clock);
        transaction.executeWithoutResult(status -> outbox.enqueue(new MailRequest(event + post, "task-escalation",
                recipient, post, Map.of("role", "Legal", "holders", List.of("Lena Ortiz"), "task", "Legal review",
                "standing", "overdue", "riskClass", 3, "since", clock.instant(), "due", clock.instant(), "link", "/desk"))));
    }

    private Mail onlyMail() {
        List<Mail> mails = store.page(null, 10, 0);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private static MimeMessage onlyMessage() {
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        return MAIL.getReceivedMessages()[0];
    }

    private static String recipientOf(MimeMessage message) throws MessagingException {
        assertThat(message.getAllRecipients()).hasSize(1);
        return ((InternetAddress) message.getAllRecipients()[0]).toUnicodeString();
    }

    private List<String> kinds() {
        return ledger.stream(post).stream().map(LedgerRecord::kind).toList();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Fails where a crash would: after the server took the mail, before that is committed. */
    private static class DyingLedger implements Ledger {

        @Override
        public UUID append(LedgerEntry entry) {
            throw new IllegalStateException("died");
        }

        @Override
        public List<LedgerRecord> stream(UUID stream) {
            return List.of();
        }
    }
}
