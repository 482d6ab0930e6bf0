package org.countersign.escalation;

import org.countersign.IntegrationTest;
import org.countersign.businesstime.BusinessClock;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.notification.Outbox;
import org.countersign.people.Absences;
import org.countersign.people.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The ladder on a real database, at moments that a test chooses. */
@IntegrationTest
class LadderIT {

    /** Tuesday, March 2, 2027, 9 o'clock in New York: half of two business days that began on Monday. */
    private static final Instant HALFWAY = Instant.parse("2027-03-02T14:00:00Z");

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
    private Ledger ledger;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from ladder").update();
        jdbc.sql("delete from mail").update();
    }

    @Test
    void remindsSupervisesEscalatesAndGoesOnUntilSomebodyDecides() {
        Climb task = open("task:a", 3);

        sweep(HALFWAY.minusSeconds(1));
        assertThat(mails()).isEmpty();
        sweep(HALFWAY);
        assertThat(mails()).containsExactly("lena task-reminder");
        sweep(Instant.parse("2027-03-02T19:24:00Z"));
        assertThat(mails()).containsExactly("lena task-reminder", "carl task-escalation", "lena task-reminder");
        sweep(Instant.parse("2027-03-03T14:00:00Z"));
        assertThat(mails()).endsWith("evelyn task-escalation", "lena task-reminder");
        sweep(Instant.parse("2027-03-10T14:00:00Z"));
        assertThat(mails()).hasSize(8).contains("beth task-escalation");
        assertThat(next("task:a")).isEqualTo(Instant.parse("2027-03-11T14:00:00Z"));
        assertThat(ledger.stream(task.stream()).stream().map(LedgerRecord::kind).filter("task.escalated"::equals)).hasSize(3);

        ladder.close("task:a");
        sweep(Instant.parse("2027-06-01T14:00:00Z"));
        assertThat(mails()).hasSize(8);
        assertThat(jdbc.sql("select count(*) from ladder where next_at is not null").query(Long.class).single()).isZero();
    }

    @Test
    void aTimerAndTheSweepTellOnce() {
        open("task:a", 3);
        sweep(Climbs.MONDAY);

        ladder.climb("task:a", Moment.HALFWAY);
        ladder.held("task:a", "clara");
        ladder.climb("task:a", Moment.HALFWAY);
        sweep(HALFWAY);

        assertThat(mails()).containsExactly("lena task-reminder");
        assertThat(told()).containsExactly("1.0 lena");
    }

    @Test
    void aTimerThatComesLaterThanTheSweepTellsNothing() {
        open("task:a", 3);
        Instant due = Instant.parse("2027-03-03T14:00:00Z");

        sweep(due);
        List<String> mails = mails();
        ladder.climb("task:a", Moment.HALFWAY);
        ladder.climb("task:a", Moment.NEARLY);
        ladder.climb("task:a", Moment.DUE);
        sweep(due.plusSeconds(60));

        assertThat(mails()).isEqualTo(mails);
    }

    @Test
    void collectsWhatComesWithinTheHourAndListsManyTasksInOneMail() {
        for (int number = 0; number < 60; number++) {
            open("task:" + number, 2);
        }
        sweep(HALFWAY);
        assertThat(mails()).containsExactly("lena task-digest");
        assertThat(jdbc.sql("select text_body from mail").query(String.class).single())
                .startsWith("Hello Lena Brandt,\n\n60 tasks wait").contains("And 10 more");

        open("task:late", 2);
        sweep(HALFWAY.plus(Duration.ofMinutes(30)));
        assertThat(mails()).as("she just had one").hasSize(1);
        sweep(HALFWAY.plus(Duration.ofMinutes(60)));
        assertThat(mails()).containsExactly("lena task-digest", "lena task-reminder");
    }

    @Test
    void staysQuietWhileTheOrganizationIsClosedButNotForPriority() {
        open("task:quiet", 2);
        open("task:urgent", 4);
        Instant night = Instant.parse("2027-03-03T03:00:00Z");

        sweep(night);
        assertThat(mails()).containsExactlyInAnyOrder("lena task-reminder", "carl task-escalation");
        assertThat(told("task:urgent")).isNotEmpty().allMatch(line -> line.endsWith("MAILED"));
        assertThat(told("task:quiet")).isNotEmpty().allMatch(line -> line.endsWith("WAITING"));

        sweep(Instant.parse("2027-03-03T13:00:00Z"));
        assertThat(told("task:quiet")).allMatch(line -> line.endsWith("MAILED"));
    }

    @Test
    void tellsNothingThatWasDecidedMeanwhile() {
        open("task:a", 2);
        sweep(Instant.parse("2027-03-03T03:00:00Z"));
        ladder.close("task:a");

        sweep(Instant.parse("2027-03-03T13:00:00Z"));

        assertThat(mails()).isEmpty();
        assertThat(told("task:a")).isNotEmpty().allMatch(line -> line.endsWith("NEEDLESS"));
    }

    @Test
    void plansATaskThatCameWithoutADeadline() {
        ladder.open(Climb.of("task:a", UUID.randomUUID(), "workgroup", "nameMembers", "Name the members",
                List.of("workgroup-chair"), null, null, Climbs.MONDAY, null, "/desk"));

        sweep(Climbs.MONDAY);

        assertThat(store.find("task:a")).hasValueSatisfying(climb -> {
            assertThat(climb.due()).isEqualTo(Instant.parse("2027-03-08T14:00:00Z"));
            assertThat(climb.supervisor()).isEqualTo("workgroup-chair");
            assertThat(climb.priority()).isFalse();
        });
        assertThat(next("task:a")).isEqualTo(Instant.parse("2027-03-03T18:30:00Z"));
    }

    @Test
    void aRunThatDiesInTheMiddleIsTakenUpWithoutTellingAnybodyTwice() {
        for (int number = 0; number < 2_500; number++) {
            open("task:" + number, 2);
        }
        DyingOutbox dying = new DyingOutbox(outbox);
        Instant late = Instant.parse("2027-03-03T14:00:00Z");

        assertThatThrownBy(() -> sweep(late, dying)).hasMessage("died");
        List<String> before = mails();
        assertThat(before).as("the first mail was committed, the second died").hasSize(1);
        sweep(late);
        sweep(late);

        assertThat(mails()).startsWith(before.get(0)).doesNotHaveDuplicates()
                .containsExactlyInAnyOrder("carl task-digest", "evelyn task-digest", "lena task-digest");
        assertThat(jdbc.sql("""
                select count(*) from (select 1 from notice group by ladder_key, rung, occurrence, recipient
                having count(*) > 1) twice""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from notice where state <> 'MAILED'").query(Long.class).single()).isZero();
    }

    @Test
    void aBrokenTableOfOneProcessHoldsUpNoOther() {
        open("task:a", 2);
        jdbc.sql("insert into ladder select 'task:broken', stream, 'broken', task_key, task, roles, risk_class, holder, "
                + "waiting_since, halfway_at, nearly_at, due_at, supervisor, executive, priority, link, climbed_at, next_at "
                + "from ladder where key = 'task:a'").update();

        new Sweep(store, new BrokenFor("broken", tables), businessClock, notices, mailer(outbox), directory, absences,
                transaction, Clock.fixed(HALFWAY, ZoneOffset.UTC)).run();

        assertThat(mails()).containsExactly("lena task-reminder");
        assertThat(next("task:broken")).as("is looked at again").isEqualTo(Climbs.MONDAY);
    }

    private Climb open(String key, int riskClass) {
        Climb review = Climbs.review(key, Climbs.MONDAY, 2);
        Climb climb = Climb.of(key, UUID.randomUUID(), review.processKey(), review.taskKey(), review.task(), review.roles(),
                riskClass, null, review.since(), "executive", "/desk").due(review.halfway(), review.nearly(), review.due());
        ladder.open(climb);
        return climb;
    }

    private void sweep(Instant now) {
        sweep(now, outbox);
    }

    private void sweep(Instant now, Outbox outbox) {
        new Sweep(store, tables, businessClock, notices, mailer(outbox), directory, absences, transaction,
                Clock.fixed(now, ZoneOffset.UTC)).run();
    }

    private NoticeMails mailer(Outbox outbox) {
        return new NoticeMails(noticeStore, store, words, outbox, businessClock, properties, transaction);
    }

    private List<String> mails() {
        return jdbc.sql("select recipient || ' ' || template from mail order by created_at, event_key")
                .query(String.class).list();
    }

    private List<String> told() {
        return jdbc.sql("select rung || '.' || occurrence || ' ' || recipient from notice order by id")
                .query(String.class).list();
    }

    private List<String> told(String key) {
        return jdbc.sql("select rung || '.' || occurrence || ' ' || recipient || ' ' || state from notice where ladder_key = ?")
                .param(key).query(String.class).list();
    }

    private Instant next(String key) {
        return jdbc.sql("select next_at from ladder where key = ?").param(key).query(java.time.OffsetDateTime.class).single()
                .toInstant();
    }
}
