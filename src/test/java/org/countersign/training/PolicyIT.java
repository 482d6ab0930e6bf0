package org.countersign.training;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A policy from its draft to everybody's acknowledgment, on the real database. */
@IntegrationTest
class PolicyIT {

    private static final String TRAP = "Employees must not discuss pay or staffing in public.";

    @Autowired ApplicationContext application;
    @Autowired Policies policies;
    @Autowired PolicySigning signing;
    @Autowired Training training;
    @Autowired Attesting attesting;
    @Autowired Lessons lessons;
    @Autowired LaborLint lint;
    @Autowired Entities entities;
    @Autowired Ledger ledger;
    @Autowired JdbcClient jdbc;

    private String entity;

    @BeforeEach
    void anEntityOfItsOwn() {
        entity = "policy-" + UUID.randomUUID().toString().substring(0, 8);
        entities.add(new Entity(entity, "Clinic " + entity), "admin");
    }

    @Test
    void refusesAVersionWithoutItsMandatorySectionsAndNamesThem() {
        PolicyVersion draft = policies.draft(entity, "carl");
        Map<String, String> sections = new HashMap<>(draft.sections());
        sections.put("moderation", "  ");
        sections.remove("crisis");
        PolicyVersion saved = policies.save(draft.id(), draft.revision(), draft.title(), sections, Map.of(), "carl");

        Refused refusal = catchThrowableOfType(Refused.class, () -> policies.submit(saved.id(), saved.revision(), "carl"));

        assertThat(refusal.details()).containsExactly("Public moderation policy", "Crisis");
        assertThat(policies.find(draft.id()).state()).isEqualTo(PolicyVersion.State.DRAFT);
    }

    @Test
    void aFindingOfTheLintNeedsAReasonOrOtherWords() {
        PolicyVersion draft = policies.draft(entity, "carl");
        Map<String, String> sections = new HashMap<>(draft.sections());
        sections.put("personal-use", TRAP);
        PolicyVersion saved = policies.save(draft.id(), draft.revision(), draft.title(), sections, Map.of(), "carl");
        Refused refusal = catchThrowableOfType(Refused.class, () -> policies.submit(saved.id(), saved.revision(), "carl"));
        assertThat(refusal.details()).singleElement().asString().startsWith("Personal use by employees: ");

        String key = lint.check("personal-use", TRAP).get(0).key();
        PolicyVersion explained = policies.save(saved.id(), saved.revision(), saved.title(), sections,
                Map.of(key, "Counsel wants to keep it for the test."), "carl");
        PolicyVersion frozen = policies.submit(explained.id(), explained.revision(), "carl");

        assertThat(frozen.digest()).matches("[0-9a-f]{64}").isEqualTo(frozen.digestNow());
        LedgerRecord record = ledger.stream(frozen.id()).get(1);
        assertThat(record.kind()).isEqualTo("policy.submitted");
        assertThat(record.payload().toString()).contains("Counsel wants to keep it", key);
    }

    @Test
    void whatWasSubmittedNeverChanges() {
        PolicyVersion frozen = submitted();
        assertThatThrownBy(() -> policies.save(frozen.id(), frozen.revision(), "Other", frozen.sections(), Map.of(), "carl"))
                .isInstanceOf(Refused.class).hasMessageContaining("submitted meanwhile");
        assertThatThrownBy(() -> jdbc.sql("update policy_version set title = 'Other' where id = ?").param(frozen.id()).update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from policy_version where id = ?").param(frozen.id()).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void onePersonSignsForOneRoleWithThePasswordAndTheDigestThatWasRead() {
        PolicyVersion frozen = submitted();
        Learner.hire(application, "polly", Role.LEGAL, Role.PRIVACY);
        refused(() -> sign(frozen, Role.LEGAL, "pia"), "do not hold the role");
        refused(() -> sign(frozen, Role.MARKETING, "mara"), "do not hold the role");
        refused(() -> signing.sign(frozen.id(), Role.LEGAL, "0".repeat(64), Visitor.PASSWORD, "lena"), "not the one");
        refused(() -> signing.sign(frozen.id(), Role.LEGAL, frozen.digest(), "wrong", "hugo"), "do not hold");
        refused(() -> sign(frozen, Role.EXECUTIVE, "evelyn"), "Still missing: Legal, Privacy, Human resources, Compliance");
        assertThat(signing.open(frozen, "polly")).containsExactly(Role.LEGAL, Role.PRIVACY);

        sign(frozen, Role.LEGAL, "polly");

        refused(() -> sign(frozen, Role.PRIVACY, "polly"), "already signed this version for another role");
        refused(() -> sign(frozen, Role.LEGAL, "lena"), "already signed for \"Legal\"");
        assertThat(signing.open(frozen, "polly")).isEmpty();
        assertThat(signing.signatures(frozen)).singleElement()
                .matches(signature -> signature.digest().equals(frozen.digest()) && signature.userId().equals("polly"));
    }

    @Test
    void aWrongPasswordSignsNothing() {
        PolicyVersion frozen = submitted();
        Learner.hire(application, "petey", Role.LEGAL);
        refused(() -> signing.sign(frozen.id(), Role.LEGAL, frozen.digest(), "wrong", "petey"), "password is wrong");
        assertThat(signing.signatures(frozen)).isEmpty();
        // The attempt outlives the refusal, so that nobody can try without end.
        assertThat(jdbc.sql("select attempts_ from act_id_user where id_ = 'petey'").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void givingBackVoidsTheSignatures() {
        PolicyVersion frozen = submitted();
        sign(frozen, Role.LEGAL, "lena");
        refused(() -> signing.giveBack(frozen.id(), " ", "pia"), "what must change");
        refused(() -> signing.giveBack(frozen.id(), "No.", "ana"), "Only those who sign");
        signing.giveBack(frozen.id(), "Name the number of days.", "pia");

        PolicyVersion draft = policies.find(frozen.id());
        assertThat(draft.state()).isEqualTo(PolicyVersion.State.DRAFT);
        PolicyVersion again = policies.submit(draft.id(), draft.revision(), "carl");
        assertThat(again.digest()).isEqualTo(frozen.digest());
        assertThat(signing.missing(again)).containsExactlyElementsOf(PolicySigning.ROLES);
    }

    @Test
    void everybodyReadsEachNewVersion() {
        Learner.hire(application, "paula", Role.RISK);
        training.launch(entity, "hugo");
        String module = Lessons.POLICY + entity;
        assertThat(lessons.find(module)).isEmpty();
        refused(() -> signing.publish(submitted().id(), "carl"), "signature of Legal, Privacy, Human resources, Compliance, Executive");

        PolicyVersion first = publish(policies.inWork(entity).orElseThrow());
        assertThat(policies.current(entity).orElseThrow().digest()).isEqualTo(first.digest());
        assertThat(state(module)).isEqualTo(Assignment.State.OPEN);
        Lesson read = lessons.find(module).orElseThrow();
        assertThat(read.statement()).contains(first.digest());
        attesting.attest("paula", module, read.digest(), Learner.right(read));
        assertThat(state(module)).isEqualTo(Assignment.State.CURRENT);

        PolicyVersion draft = policies.draft(entity, "carl");
        assertThat(draft.number()).isEqualTo(2);
        refused(() -> policies.draft(entity, "carl"), "in work already");
        publish(policies.submit(draft.id(), draft.revision(), "carl"));

        assertThat(state(module)).isEqualTo(Assignment.State.OPEN);
        refused(() -> attesting.attest("paula", module, read.digest(), Learner.right(read)), "changed while you read it");
        assertThat(ledger.stream(draft.id())).extracting(LedgerRecord::kind).containsSubsequence("policy.drafted",
                "policy.submitted", "policy.signed", "policy.signed", "policy.published");
    }

    @Test
    void onlyComplianceWritesAndOneVersionAtATime() {
        refused(() -> policies.draft(entity, "ana"), "members of Compliance");
        PolicyVersion draft = policies.draft(entity, "carl");
        policies.save(draft.id(), draft.revision(), draft.title(), draft.sections(), Map.of(), "carl");
        refused(() -> policies.save(draft.id(), draft.revision(), "Other", draft.sections(), Map.of(), "carl"),
                "Somebody else saved");
        refused(() -> policies.save(draft.id(), draft.revision() + 1, " ", draft.sections(), Map.of(), "carl"), "title");
        refused(() -> policies.save(draft.id(), draft.revision() + 1, "T", Map.of("purpose", "a\u0000b"), Map.of(), "carl"),
                "cannot be stored");
        refused(() -> policies.save(draft.id(), draft.revision() + 1, "T", Map.of("nonsense", "x"), Map.of(), "carl"),
                "checklist does not know");
    }

    private PolicyVersion submitted() {
        PolicyVersion draft = policies.draft(entity, "carl");
        return policies.submit(draft.id(), draft.revision(), "carl");
    }

    private PolicyVersion publish(PolicyVersion frozen) {
        sign(frozen, Role.LEGAL, "lena");
        sign(frozen, Role.PRIVACY, "pia");
        sign(frozen, Role.HR, "hugo");
        sign(frozen, Role.COMPLIANCE, "carl");
        sign(frozen, Role.EXECUTIVE, "evelyn");
        return signing.publish(frozen.id(), "carl");
    }

    private void sign(PolicyVersion policy, Role role, String person) {
        signing.sign(policy.id(), role, policy.digest(), Visitor.PASSWORD, person);
    }

    private Assignment.State state(String module) {
        return training.of("paula").stream().filter(found -> found.module().id().equals(module)).findFirst().orElseThrow()
                .state();
    }

    private static void refused(ThrowingCallable act, String because) {
        assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(because);
    }
}
