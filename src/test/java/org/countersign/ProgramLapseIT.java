package org.countersign;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.adoption.AcceptedProgram;
import org.countersign.adoption.Step;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.post.Desk;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.PostState;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.countersign.review.PostLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What a step that lapses does to a post that everybody has approved. */
@IntegrationTest
class ProgramLapseIT {

    private static final String ENTITY = "lapsing-clinic";
    private static final String ACCOUNT = "facebook-lapsing-clinic";

    @Autowired Desk desk;
    @Autowired Ledger ledger;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired IdentityService identities;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired Entities entities;
    @Autowired Accounts accounts;
    @Autowired ApplicationContext application;

    @AfterEach
    void signOut() {
        identities.clearAuthentication();
    }

    @Test
    void aLapsedPolicyStopsAScheduledPostAtItsTimeAndRenewalLetsItGoOnOnlyWithANewTime() {
        entities.add(new Entity(ENTITY, "Lapsing Clinic"), "admin");
        accounts.save(new Account(ACCOUNT, Channel.FACEBOOK, Account.MANUAL, "Clinic", "clinic", null, true, ENTITY), null,
                "admin");
        AcceptedProgram program = AcceptedProgram.of(ENTITY, application);
        PostLoop loop = new PostLoop(application);
        Instant time = Instant.now().plus(Duration.ofHours(4));
        UUID post = loop.submitted(event(time));
        approve(post, loop);
        assertThat(desk.find(post).state()).isEqualTo(PostState.SCHEDULED);

        program.lapsed(Step.POLICY_AND_TRAINING, Duration.ofDays(31));
        itsTimeHasCome(post, loop);

        assertThat(desk.find(post).state()).isEqualTo(PostState.NEEDS_NEW_TIME);
        assertThat(ledger.stream(post)).filteredOn(record -> record.kind().equals("delivery.late")).singleElement()
                .extracting(LedgerRecord::payload).asString().contains("Policy and training", "has lapsed", "Carl Ndiaye");

        program.accepted(Step.POLICY_AND_TRAINING);
        loop.runJobs(post);
        assertThat(desk.find(post).state()).isEqualTo(PostState.NEEDS_NEW_TIME);

        loop.changed(post, event(time.plus(Duration.ofDays(1))));
        approve(post, loop);
        itsTimeHasCome(post, loop);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(post.toString()).taskCandidateGroup("publisher")
                .count()).isOne();
    }

    private void approve(UUID post, PostLoop loop) {
        Task review = tasks.createTaskQuery().processInstanceBusinessKey(post.toString()).taskCandidateGroup("marketing")
                .singleResult();
        Map<String, Object> answers = new HashMap<>(ReviewForm.of("marketing").safeAnswers());
        answers.put("digest", desk.versions(post).get(desk.versions(post).size() - 1).digest());
        answers.put("decision", "approve");
        identities.setAuthentication("mara", List.of("marketing"));
        tasks.claim(review.getId(), "mara");
        forms.submitTaskForm(review.getId(), answers);
        identities.clearAuthentication();
        loop.runJobs(post);
    }

    private void itsTimeHasCome(UUID post, PostLoop loop) {
        String process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(post.toString()).singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(process).activityId("timeToPublish").singleResult()
                .getId());
        loop.runJobs(post);
    }

    private static PostContent event(Instant time) {
        return new PostContent(PostKind.EVENT, Map.of(Channel.FACEBOOK, "Blood drive on Alder Street."), List.of(), List.of(),
                List.of(ACCOUNT), new Schedule(time, time.plus(Duration.ofDays(2)), ZoneId.of("America/New_York")), false,
                false, ServiceLine.GENERAL, false, false);
    }
}
