package org.countersign.training;

import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.notification.Outbox;
import org.countersign.notification.SettableClock;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.RightCondition;
import org.countersign.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Months in which people learn too late, with a clock that the test moves. */
@IntegrationTest
class LapseIT {

    @Autowired ApplicationContext application;
    @Autowired Audience audience;
    @Autowired Assignments assignments;
    @Autowired Curriculum curriculum;
    @Autowired Lessons lessons;
    @Autowired Directory directory;
    @Autowired Entities entities;
    @Autowired Ledger ledger;
    @Autowired AttestationRepository attestations;
    @Autowired RightCondition right;
    @Autowired DueTraining due;
    @Autowired Outbox outbox;
    @Autowired ZoneId zone;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final SettableClock clock = new SettableClock(Instant.now());
    private Training training;
    private Attesting attesting;

    @BeforeEach
    void launched() {
        training = new Training(audience, assignments, curriculum, lessons, directory, entities, ledger, clock);
        attesting = new Attesting(lessons, assignments, attestations, ledger, clock);
        if (entities.find("lapse-it").isEmpty()) {
            entities.add(new Entity("lapse-it", "Lapse clinic"), "admin");
        }
        transaction.executeWithoutResult(status -> training.launch("lapse-it", "hugo"));
    }

    @Test
    void aReviewerLosesTheRightWhenTrainingIsDueAndAnAuthorTwoWeeksLater() {
        Learner.hire(application, "larry", Role.AUTHOR, Role.LEGAL);
        assertThat(refusal("larry", Role.LEGAL)).as("before the first look nothing is assigned").isEmpty();
        transaction.executeWithoutResult(status -> training.of("larry"));

        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(refusal("larry", Role.LEGAL)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(refusal("larry", Role.LEGAL).orElseThrow()).contains("was due on", "legal", "/training", "(T1");
        assertThat(refusal("larry", Role.AUTHOR)).isEmpty();
        clock.advance(Duration.ofDays(14));
        assertThat(refusal("larry", Role.AUTHOR).orElseThrow()).contains("author", "/training");

        learn("larry");
        assertThat(refusal("larry", Role.LEGAL)).isEmpty();
        assertThat(refusal("larry", Role.AUTHOR)).isEmpty();
    }

    @Test
    void whatIsOnlyForReviewersDoesNotStopAnAuthor() {
        Learner.hire(application, "lucia", Role.AUTHOR, Role.HR);
        learn("lucia");
        jdbc.sql("update training_assignment set due_at = '2020-01-01' where user_id = 'lucia' and module = 'T11'").update();
        assertThat(refusal("lucia", Role.HR).orElseThrow()).contains("Reviewer calibration", "lapsed");
        assertThat(refusal("lucia", Role.AUTHOR)).isEmpty();
        assertThat(refusal("lucia", Role.PUBLISHER)).isEmpty();
    }

    /** 15 months: quarterly and yearly modules lapse each in their time, and come back. */
    @Test
    void eachModuleLapsesAfterItsOwnTime() {
        Learner.hire(application, "lotte", Role.RISK);
        learn("lotte");
        clock.advance(Duration.ofDays(85));
        assertThat(states("lotte", Assignment.State.RENEWAL_NEAR)).containsExactlyInAnyOrder("T6", "T11");
        clock.advance(Duration.ofDays(10));
        assertThat(states("lotte", Assignment.State.LAPSED)).containsExactlyInAnyOrder("T6", "T11");
        assertThat(refusal("lotte", Role.RISK).orElseThrow()).contains("lapsed");
        learn("lotte");
        for (int quarter = 0; quarter < 4; quarter++) {
            clock.advance(Duration.ofDays(89));
            learnOnly("lotte", "T6", "T11");
        }
        assertThat(states("lotte", Assignment.State.LAPSED)).contains("T1", "T2").doesNotContain("T6", "T11");
    }

    /** Rolled back at the end: everybody else of the organization would have mail from the future. */
    @Test
    void aMailGoesToEachPersonOnceForEachDate() {
        Learner.hire(application, "lana", Role.PHARMACY);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            training.of("lana");
            TrainingMails mails = new TrainingMails(training, due, curriculum, outbox, zone, clock);
            mails.remind();
            assertThat(mailed("lana")).isZero();
            clock.advance(Duration.ofDays(17));
            mails.remind();
            mails.remind();
            clock.advance(Duration.ofDays(1));
            mails.remind();
            assertThat(mailed("lana")).isEqualTo(1);
            assertThat(overdue("lana")).isEmpty();
            clock.advance(Duration.ofDays(13));
            assertThat(overdue("lana")).isNotEmpty().allMatch(DueTraining.Item::overdue);
        });
    }

    /** Asked at each draft, claim and decision: with 200,000 assignments the answer still comes from the index. */
    @Test
    void theQuestionForARightReadsAnIndex() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                    insert into training_assignment (user_id, module, assigned_at, due_at)
                    select 'person-' || n / 10, 'M' || n % 10, now(), now() from generate_series(1, 200000) n""").update();
            jdbc.sql("analyze training_assignment").update();
            String plan = String.join("\n", jdbc.sql("""
                    explain select * from training_assignment where user_id = 'person-77' and due_at <= now()
                    order by due_at, module""").query(String.class).list());
            assertThat(plan).contains("Index").doesNotContain("Seq Scan");
        });
    }

    private List<DueTraining.Item> overdue(String person) {
        return due.within(Duration.ZERO, clock.instant()).stream().filter(item -> item.person().id().equals(person)).toList();
    }

    private long mailed(String person) {
        return jdbc.sql("select count(*) from mail where template = 'training-due' and recipient = ?").param(person)
                .query(Long.class).single();
    }

    private Optional<String> refusal(String person, Role role) {
        return right.refusal(person, role, clock.instant());
    }

    private List<String> states(String person, Assignment.State state) {
        return transaction.execute(status -> training.of(person)).stream().filter(assigned -> assigned.state() == state)
                .map(assigned -> assigned.module().id()).filter(module -> module.startsWith("T")).toList();
    }

    private void learn(String person) {
        transaction.executeWithoutResult(status -> Learner.learnAll(training, attesting, lessons, person));
    }

    private void learnOnly(String person, String... modules) {
        transaction.executeWithoutResult(status -> List.of(modules).forEach(module -> {
            Lesson lesson = lessons.find(module).orElseThrow();
            attesting.attest(person, module, lesson.digest(), Learner.right(lesson));
        }));
    }
}
