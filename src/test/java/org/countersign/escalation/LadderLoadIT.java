package org.countersign.escalation;

import org.countersign.IntegrationTest;
import org.countersign.businesstime.BusinessClock;
import org.countersign.notification.Outbox;
import org.countersign.people.Absences;
import org.countersign.people.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import static org.assertj.core.api.Assertions.assertThat;

/** Ten thousand open tasks in one run, which must be over before half a minute. */
@IntegrationTest
class LadderLoadIT {

    private static final int TASKS = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

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
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingWaits() {
        jdbc.sql("delete from notice").update();
        jdbc.sql("delete from ladder").update();
        jdbc.sql("delete from mail").update();
    }

    @BeforeEach
    void tenThousandTasksWait() {
        nothingWaits();
        jdbc.sql("""
                insert into ladder (key, stream, process_key, task_key, task, roles, risk_class, waiting_since, halfway_at,
                    nearly_at, due_at, executive, link, climbed_at, next_at)
                select 'task:' || n, gen_random_uuid(), case when n % 2 = 0 then 'post-review' else 'workgroup' end,
                    'reviewPost', 'Review no. ' || n, array[(array['legal', 'clinical', 'privacy', 'risk'])[1 + n % 4]], n % 4,
                    '2027-03-01T14:00Z', '2027-03-02T14:00Z', '2027-03-02T19:24Z', '2027-03-03T14:00Z', 'executive', '/desk',
                    '2027-03-01T14:00Z', '2027-03-01T14:00Z'
                from generate_series(1, ?) n""").param(TASKS).update();
    }

    @Test
    void remindsOfTenThousandTasksInOneRunOfDigests() {
        Duration took = sweep(Instant.parse("2027-03-02T14:00:00Z"));

        System.out.printf("LADDER %,d tasks halfway: %.1f s, %d notices, %d mails%n", TASKS, took.toMillis() / 1000.0,
                count("notice"), count("mail"));
        assertThat(count("notice")).isGreaterThanOrEqualTo(TASKS);
        assertThat(count("mail")).as("one mail for each person").isEqualTo(4);
        assertThat(took).isLessThan(LIMIT);
        assertThat(sweep(Instant.parse("2027-03-02T14:01:00Z"))).as("nothing is due").isLessThan(Duration.ofSeconds(2));
        assertThat(count("mail")).isEqualTo(4);
    }

    @Test
    void tellsEveryLevelOfTenThousandTasksThatAreLateForWeeks() {
        Duration took = sweep(Instant.parse("2027-03-22T14:00:00Z"));

        System.out.printf("LADDER %,d tasks late for weeks, all rungs at once: %.1f s, %d notices, %d mails%n", TASKS,
                took.toMillis() / 1000.0, count("notice"), count("mail"));
        assertThat(count("mail")).as("four roles, two supervisors, executive, committee").isEqualTo(8);
        assertThat(took).isLessThan(LIMIT);
    }

    private Duration sweep(Instant now) {
        long start = System.nanoTime();
        new Sweep(store, tables, businessClock, notices,
                new NoticeMails(noticeStore, store, words, outbox, businessClock, properties, transaction), directory,
                absences, transaction, Clock.fixed(now, ZoneOffset.UTC)).run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
