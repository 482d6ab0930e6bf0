package org.countersign;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.countersign.account.Channel;
import org.countersign.engine.task.TaskRefused;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.ledger.LedgerVerifier;
import org.countersign.post.Desk;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** From the draft to the published, recorded post, on the real database, engine, tables and forms. */
@IntegrationTest
class PostLoopIT {

    @Autowired Desk desk;
    @Autowired Posts posts;
    @Autowired Ledger ledger;
    @Autowired LedgerVerifier verifier;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired IdentityService identities;
    @Autowired ManagementService management;

    @AfterEach
    void signOut() {
        identities.clearAuthentication();
    }

    @Test
    void aPostIsPublishedByHandAfterItsReviewAndEveryActIsRecorded() {
        UUID post = submitted(PostKind.EVENT, "Blood drive on Alder Street. Everybody is welcome.");
        assertThat(desk.find(post).state()).isEqualTo(PostState.IN_REVIEW);

        as("mara", review(post, "marketing"), approval(post, "marketing"));
        runJobs();
        assertThat(desk.find(post).state()).isEqualTo(PostState.PUBLISHING);

        Task byHand = open(post).get(0);
        as("paul", byHand, Map.of("posted", "posted", "permalink", "https://www.facebook.com/harborvalehospital/posts/1"));
        runJobs();

        assertThat(desk.find(post).state()).isEqualTo(PostState.PUBLISHED);
        assertThat(ledger.stream(post)).extracting(LedgerRecord::kind).containsSubsequence("version.submitted",
                "version.screened", "version.routed", "review.asked", "review.decided", "review.concluded",
                "publication.started", "delivery.posted-by-hand", "publication.concluded");
        assertThat(verifier.stream(post).problems()).isEmpty();
    }

    @Test
    void changesVoidTheApprovalAndTheNextVersionNeedsItAgain() {
        UUID post = submitted(PostKind.STAFF_SPOTLIGHT, "Nurse Jo is our nurse of the month.");
        as("mara", review(post, "marketing"), approval(post, "marketing"));
        as("hugo", review(post, "hr"), Map.of("digest", digest(post), "decision", "changes",
                "changes", "Add the credential."));
        runJobs();
        assertThat(desk.find(post).state()).isEqualTo(PostState.RETURNED);

        Post draft = desk.find(post);
        desk.save(post, draft.revision(), content(PostKind.STAFF_SPOTLIGHT, "Nurse Jo, RN, is our nurse of the month."),
                "ana");
        desk.submit(post, desk.find(post).revision(), "ana");
        runJobs();
        assertThat(open(post)).extracting(Task::getName).allMatch(name -> name.contains("review")).hasSize(2);
    }

    @Test
    void aPostWithARecordNumberIsBlockedUntilPrivacyDeterminesThatItIsNone() {
        UUID post = submitted(PostKind.EVENT, "Ask for MRN 00482913 at the desk.");
        assertThat(desk.find(post).state()).isEqualTo(PostState.BLOCKED);

        as("ana", open(post).get(0), Map.of("choice", "determination",
                "determinationReason", "It is the number of the event."));
        runJobs();
        assertThat(desk.find(post).state()).isEqualTo(PostState.IN_REVIEW);

        Task privacy = review(post, "privacy");
        Map<String, Object> answers = approval(post, "privacy");
        assertThatThrownBy(() -> as("pia", privacy, answers)).isInstanceOf(TaskRefused.class);
        answers.putAll(Map.of("findingsCleared", true, "determinationReason", "The number of an event, seen on the flyer."));
        as("pia", privacy, answers);
        assertThat(review(post, "marketing")).isNotNull();
    }

    @Test
    void whoChangesTheDraftLaterIsAnAuthorOfTheNextVersionOnly() {
        UUID post = submitted(PostKind.EVENT, "Blood drive on Alder Street.");
        desk.save(post, desk.find(post).revision(), content(PostKind.EVENT, "Blood drive on Elm Street."), "ben");
        desk.submit(post, desk.find(post).revision(), "ana");
        assertThat(desk.versions(post)).extracting(posts::authors)
                .containsExactly(Set.of("ana"), Set.of("ana", "ben"));
    }

    private UUID submitted(PostKind kind, String text) {
        Post draft = desk.create(content(kind, text), "ana");
        desk.submit(draft.id(), draft.revision(), "ana");
        runJobs();
        return draft.id();
    }

    private static PostContent content(PostKind kind, String text) {
        return new PostContent(kind, Map.of(Channel.FACEBOOK, text), List.of(), List.of(), List.of("facebook-main"),
                new Schedule(null, Instant.now().plus(Duration.ofDays(3)), ZoneId.of("America/New_York")), false, false,
                ServiceLine.GENERAL, false, false);
    }

    private List<Task> open(UUID post) {
        return tasks.createTaskQuery().processInstanceBusinessKey(post.toString()).list();
    }

    private Task review(UUID post, String role) {
        return tasks.createTaskQuery().processInstanceBusinessKey(post.toString()).taskCandidateGroup(role)
                .singleResult();
    }

    private String digest(UUID post) {
        List<PostVersion> versions = desk.versions(post);
        return versions.get(versions.size() - 1).digest();
    }

    /** Every question of the form is answered in the safe way. */
    private Map<String, Object> approval(UUID post, String role) {
        Map<String, Object> answers = new HashMap<>(ReviewForm.of(role).safeAnswers());
        answers.put("digest", digest(post));
        answers.put("decision", "approve");
        return answers;
    }

    private void as(String user, Task task, Map<String, Object> answers) {
        identities.setAuthentication(user, identities.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId()).toList());
        try {
            if (task.getAssignee() == null) {
                tasks.claim(task.getId(), user);
                task.setAssignee(user);
            }
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            identities.clearAuthentication();
        }
    }

    /** Runs what is due, one after the other: a job can remove another, when a round is closed. */
    private void runJobs() {
        for (List<Job> due = due(); !due.isEmpty(); due = due()) {
            management.executeJob(due.get(0).getId());
        }
    }

    private List<Job> due() {
        return management.createJobQuery().executable().listPage(0, 1);
    }
}
