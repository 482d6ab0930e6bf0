package org.countersign.training;

import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What counts as having learned something, on the real database. */
@IntegrationTest
class AttestingIT {

    @Autowired ApplicationContext application;
    @Autowired Training training;
    @Autowired Attesting attesting;
    @Autowired Lessons lessons;
    @Autowired Entities entities;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void launched() {
        if (entities.find("quiz-it").isEmpty()) {
            entities.add(new Entity("quiz-it", "Quiz clinic"), "admin");
        }
        training.launch("quiz-it", "hugo");
    }

    @Test
    void keepsTheContentThatWasShownAndMovesTheDueDate() {
        String person = hired("quentin", Role.PHARMACY);
        Lesson lesson = lessons.find("T7").orElseThrow();

        Attestation kept = attesting.attest(person, "T7", lesson.digest(), Learner.right(lesson));

        assertThat(kept.score()).isEqualTo(100);
        assertThat(attesting.attempts(person, "T7")).singleElement().satisfies(found -> {
            assertThat(found.digest()).isEqualTo(lesson.digest());
            assertThat(found.contentVersion()).isEqualTo(lesson.version());
            assertThat(found.answers()).isEqualTo(kept.answers());
        });
        assertThat(jdbc.sql("select content #>> '{questions,0,text}' from training_content where digest = ?")
                .param(lesson.digest()).query(String.class).single()).isEqualTo(lesson.questions().get(0).text());
        Training.Assigned assigned = assigned(person, "T7");
        assertThat(assigned.state()).isEqualTo(Assignment.State.CURRENT);
        assertThat(assigned.assignment().dueAt().atOffset(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(kept.at().atOffset(ZoneOffset.UTC).toLocalDate().plusYears(1));
        assertThat(ledger.stream(Training.stream(person))).extracting(LedgerRecord::kind).containsExactly("training.attested");
    }

    @Test
    void refusesAQuizBelowThePassMarkAndKeepsTheAttempt() {
        String person = hired("quinn", Role.PHARMACY);
        Lesson lesson = lessons.find("T1").orElseThrow();

        assertThatThrownBy(() -> attesting.attest(person, "T1", lesson.digest(), Learner.wrong(lesson, 2)))
                .isInstanceOf(BelowPassMark.class).hasMessageContaining("60 percent").hasMessageContaining("80 percent")
                .hasMessageContaining("question 1, 2");

        assertThat(attesting.attempts(person, "T1")).singleElement().matches(attempt -> !attempt.passed());
        assertThat(assigned(person, "T1").state()).isEqualTo(Assignment.State.OPEN);
        assertThat(ledger.stream(Training.stream(person))).extracting(LedgerRecord::kind).containsExactly("quiz.failed");
        assertThat(attesting.attest(person, "T1", lesson.digest(), Learner.wrong(lesson, 1)).score()).isEqualTo(80);
    }

    @Test
    void refusesContentThatChangedMeanwhile() {
        String person = hired("quirin", Role.PHARMACY);
        Lesson lesson = lessons.find("T2").orElseThrow();
        assertThatThrownBy(() -> attesting.attest(person, "T2", "0".repeat(64), Learner.right(lesson)))
                .isInstanceOf(Refused.class).hasMessageContaining("changed while you read it");
        assertThat(attesting.attempts(person, "T2")).isEmpty();
    }

    @Test
    void refusesWhatIsNotFinished() {
        String person = hired("quita", Role.CLINICAL);
        Lesson quiz = lessons.find("T1").orElseThrow();
        Lesson licenses = lessons.find("T5").orElseThrow();
        assertThatThrownBy(() -> attesting.attest(person, "T1", quiz.digest(),
                new Answers(Learner.right(quiz).chosen(), "", false))).hasMessageContaining("Confirm the statement");
        assertThatThrownBy(() -> attesting.attest(person, "T1", quiz.digest(), new Answers(List.of(1, 2), "", true)))
                .hasMessageContaining("all 5 questions");
        assertThatThrownBy(() -> attesting.attest(person, "T5", licenses.digest(), new Answers(List.of(), "  ", true)))
                .hasMessageContaining("States in which you hold a license");
        assertThatThrownBy(() -> attesting.attest(person, "T3", lessons.find("T3").orElseThrow().digest(),
                Learner.right(lessons.find("T3").orElseThrow()))).hasMessageContaining("not assigned");
        assertThatThrownBy(() -> attesting.attest(person, "T99", "", Learner.right(quiz)))
                .hasMessageContaining("no such module");
        assertThat(attesting.attempts(person, "T1")).isEmpty();
    }

    @Test
    void neverChangesEvidence() {
        String person = hired("quora", Role.PHARMACY);
        Learner.learnAll(application, person);
        assertThatThrownBy(() -> jdbc.sql("update training_attempt set passed = true where user_id = ?").param(person).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from training_content").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void coverageCountsPeopleByModuleAndRole() {
        String person = hired("quest", Role.SERVICE_LINE);
        Coverage before = training.coverage(List.of(Role.SERVICE_LINE), Instant.now());
        Learner.learnAll(application, person);
        Coverage after = training.coverage(List.of(Role.SERVICE_LINE), Instant.now());

        assertThat(after.required()).isEqualTo(before.required());
        assertThat(after.current()).isEqualTo(before.current() + 1);
        assertThat(after.rows()).extracting(Coverage.Row::role).containsOnly(Role.SERVICE_LINE);
        assertThat(after.rows()).extracting(row -> row.module().id()).contains("T1", "T2", "T3", "T11").doesNotContain("T13");
        assertThat(training.coverage(List.of(Role.SERVICE_LINE), Instant.now().plusSeconds(400L * 86_400)).current()).isZero();
    }

    private Training.Assigned assigned(String person, String module) {
        return training.of(person).stream().filter(found -> found.module().id().equals(module)).findFirst().orElseThrow();
    }

    private String hired(String id, Role role) {
        Learner.hire(application, id, role);
        training.of(id);
        return id;
    }
}
