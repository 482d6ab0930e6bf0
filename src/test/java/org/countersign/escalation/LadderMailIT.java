package org.countersign.escalation;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.countersign.IntegrationTest;
import org.countersign.businesstime.BusinessClock;
import org.countersign.notification.Outbox;
import org.countersign.people.Absences;
import org.countersign.people.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The mails of one ladder as they arrive at a mail server; they are left in target/ladder-mails to be read. */
@IntegrationTest
class LadderMailIT {

    private static final Path FOLDER = Path.of("target/ladder-mails");

    @RegisterExtension
    private static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
            .withPerMethodLifecycle(false);

    @Autowired
    private Ladder ladder;
    @Autowired
    private LadderStore store;
    @Autowired
    private LadderTables tables;
    @Autowired
    private BusinessClock businessClock;
    @Autowired
    private Notices notices;
    @Autowired
    private NoticeStore noticeStore;
    @Autowired
    private NoticeWords words;
    @Autowired
    private Outbox outbox;
    @Autowired
    private EscalationProperties properties;
    @Autowired
    private Directory directory;
    @Autowired
    private Absences absences;
    @Autowired
    private MessageLog log;
    @Autowired
    private TransactionTemplate transaction;
    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @Test
    void theMailsOfOneLadderArriveAndTheLogSaysSo() throws Exception {
        ladder.open(Climbs.review("task:one", Climbs.MONDAY, 2));
        for (String moment : List.of("2027-03-02T14:00:00Z", "2027-03-02T19:24:00Z", "2027-03-03T14:00:00Z",
                "2027-03-10T14:00:00Z")) {
            sweep(Instant.parse(moment));
        }
        for (int number = 2; number < 5; number++) {
            ladder.open(Climbs.review("task:" + number, Climbs.MONDAY, 3));
        }
        sweep(Instant.parse("2027-03-11T14:00:00Z"));

        List<String> arrived = arrived(12);
        assertThat(arrived).containsExactlyInAnyOrder(
                "lena: Reminder: Legal review: Clinical claim (R3), reference " + reference(),
                "lena: Reminder: Legal review: Clinical claim (R3), reference " + reference(),
                "carl: Escalated: Legal review: Clinical claim (R3), reference " + reference(),
                "lena: Reminder: Legal review: Clinical claim (R3), reference " + reference(),
                "evelyn: Escalated: Legal review: Clinical claim (R3), reference " + reference(),
                "lena: Reminder: Legal review: Clinical claim (R3), reference " + reference(),
                "evelyn: Escalated: Legal review: Clinical claim (R3), reference " + reference(),
                "beth: Escalated: Legal review: Clinical claim (R3), reference " + reference(),
                "lena: 4 tasks wait", "evelyn: 4 tasks wait", "carl: 3 tasks wait", "beth: 3 tasks wait");
        assertThat(log.page("beth", 10, 0)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.outcome()).isEqualTo("Taken by the mail server");
            assertThat(line.templateVersion()).matches("[0-9a-f]{12}");
            assertThat(line.sentAt()).isNotNull();
        });
    }

    private static String reference() {
        return Climbs.review("task:one", Climbs.MONDAY, 2).reference();
    }

    /** Waits until the application has sent that many, and keeps both forms of each as a file. */
    private static List<String> arrived(int number) throws Exception {
        MAIL.waitForIncomingEmail(60_000, number);
        Files.createDirectories(FOLDER);
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : MAIL.getReceivedMessages()) {
            String person = mail.getAllRecipients()[0].toString().replaceAll(".*<(.*)@.*", "$1");
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            String name = "%02d-%s".formatted(subjects.size() + 1, person);
            Files.writeString(FOLDER.resolve(name + ".txt"), parts.getBodyPart(0).getContent().toString());
            Files.writeString(FOLDER.resolve(name + ".html"), parts.getBodyPart(1).getContent().toString());
            subjects.add(person + ": " + mail.getSubject());
        }
        return subjects;
    }

    private void sweep(Instant now) {
        new Sweep(store, tables, businessClock, notices,
                new NoticeMails(noticeStore, store, words, outbox, businessClock, properties, transaction), directory,
                absences, transaction, Clock.fixed(now, ZoneOffset.UTC)).run();
    }
}
