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
import org.countersign.adoption.Programs;
import org.countersign.adoption.Signatures;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepForm;
import org.countersign.adoption.StepRounds;
import org.countersign.adoption.StepState;
import org.countersign.adoption.workgroup.Functions;
import org.countersign.adoption.workgroup.Meetings;
import org.countersign.adoption.workgroup.Roster;
import org.countersign.adoption.workgroup.Seat;
import org.countersign.oversight.Minute;
import org.countersign.oversight.Quarter;
import org.countersign.oversight.QuarterlyReport;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.Desk;
import org.countersign.post.NotAllowed;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.PostState;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.countersign.review.PostLoop;
import org.countersign.training.Learner;
import org.countersign.training.Policies;
import org.countersign.training.PolicySigning;
import org.countersign.training.PolicyVersion;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A new organization on its way through all eight steps to its first post, which was refused before. */
@IntegrationTest
class AllEightStepsIT {

    @Autowired ApplicationContext application;
    @Autowired Desk desk;
    @Autowired Programs programs;
    @Autowired StepRounds rounds;
    @Autowired Signatures signatures;
    @Autowired Roster roster;
    @Autowired Meetings meetings;
    @Autowired Policies policies;
    @Autowired PolicySigning signing;
    @Autowired QuarterlyReport reports;
    @Autowired Directory people;
    @Autowired Entities entities;
    @Autowired Accounts accounts;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired IdentityService identities;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired ZoneId zone;

    private final String entity = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
    private final String account = "facebook-" + entity;
    private Functions functions;
    private UUID program;

    @BeforeEach
    void aNewOrganization() {
        functions = new Functions(application);
        entities.add(new Entity(entity, "Clinic " + entity), "admin");
        accounts.save(new Account(account, Channel.FACEBOOK, Account.MANUAL, "Clinic", "clinic", null, true, entity), null,
                "admin");
    }

    @AfterEach
    void letTheSecondsGo() {
        identities.clearAuthentication();
        functions.close();
    }

    @Test
    void thePostThatWasRefusedIsPublishedAfterTheEighthStep() {
        Post draft = desk.create(event(), "ana");
        assertThatThrownBy(() -> desk.submit(draft.id(), draft.revision(), "ana")).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("step 1, Executive support");

        program = programs.start(entity, "mara").id();
        step(Step.EXECUTIVE_SUPPORT);
        functions.fill(program);
        meetings.record(program, LocalDate.now(zone), present(), "First meeting.", List.of(), "mara");
        step(Step.WORKGROUP);
        publishThePolicy();
        learn();
        step(Step.POLICY_AND_TRAINING);
        step(Step.MONITORING);
        step(Step.RECORDS);
        step(Step.CONTENT_STRATEGY);
        step(Step.REVIEW_PROCESS);
        reportToTheExecutives();
        step(Step.EXECUTIVE_FEEDBACK);
        assertThat(programs.steps(program)).allSatisfy(step ->
                assertThat(step.state(Instant.now())).as(step.step().label()).isEqualTo(StepState.ACCEPTED));

        desk.submit(draft.id(), draft.revision(), "ana");
        assertThat(published(draft.id())).isEqualTo(PostState.PUBLISHED);
    }

    /** Prepares, signs and decides whatever Tasklist offers for a step. */
    private void step(Step step) {
        for (List<Task> open = open(step); !open.isEmpty(); open = open(step)) {
            Task task = open.get(0);
            assertThat(task.getTaskDefinitionKey()).as(programs.missing(programs.step(program, step)).toString())
                    .isNotEqualTo("completeEvidence");
            String person = person(step, task);
            as(person, () -> tasks.claim(task.getId(), person));
            String form = form(task);
            if (form.equals("decide-step") || form.equals("sponsorship")) {
                signatures.sign(program, step, task.getId(), person, "I stand for it.", rounds.of(program, step).digest());
            }
            Map<String, Object> answers = form.equals("decide-step") ? Map.of("decision", "accept") : StepForm.filled(form);
            as(person, () -> forms.submitTaskForm(task.getId(), answers));
            runJobs(program);
        }
        assertThat(programs.step(program, step).state(Instant.now())).isEqualTo(StepState.ACCEPTED);
    }

    private List<Task> open(Step step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(program.toString()).processDefinitionKey(step.key()).list();
    }

    private String form(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).initializeFormKeys().singleResult().getCamundaFormRef().getKey();
    }

    /** Somebody who may take the task and has not prepared what is decided. */
    private String person(Step step, Task task) {
        String group = tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId();
        return people.members(Role.of(group).orElseThrow()).stream().map(Person::id)
                .filter(id -> !id.startsWith("second") && (step != Step.RECORDS || !group.equals("counsel") || id.equals("rita")))
                .findFirst().orElseThrow();
    }

    private Map<Role, String> present() {
        return roster.seats(program).stream().collect(Collectors.toMap(Seat::role, seat -> seat.member().userId()));
    }

    private void publishThePolicy() {
        PolicyVersion draft = policies.draft(entity, "carl");
        PolicyVersion frozen = policies.submit(draft.id(), draft.revision(), "carl");
        Map<Role, String> signers = Map.of(Role.LEGAL, "lena", Role.PRIVACY, "pia", Role.HR, "hugo", Role.COMPLIANCE, "carl",
                Role.EXECUTIVE, "evelyn");
        PolicySigning.ROLES.forEach(role ->
                signing.sign(frozen.id(), role, frozen.digest(), Visitor.PASSWORD, signers.get(role)));
        signing.publish(frozen.id(), "carl");
    }

    private void learn() {
        Arrays.stream(Role.values()).flatMap(role -> people.members(role).stream()).map(Person::id).distinct()
                .forEach(person -> Learner.learnAll(application, person));
    }

    private void reportToTheExecutives() {
        UUID report = reports.build(entity, Quarter.of(LocalDate.now(zone)), "mara");
        reports.deliver(report, "mara");
        reports.acknowledge(report, "evelyn", List.of(Minute.decision("Go on.")));
    }

    private PostState published(UUID post) {
        runJobs(post);
        Task review = tasks.createTaskQuery().processInstanceBusinessKey(post.toString()).taskCandidateGroup("marketing")
                .singleResult();
        Map<String, Object> answers = new HashMap<>(ReviewForm.of("marketing").safeAnswers());
        answers.put("digest", desk.versions(post).get(0).digest());
        answers.put("decision", "approve");
        as("mara", () -> {
            tasks.claim(review.getId(), "mara");
            forms.submitTaskForm(review.getId(), answers);
        });
        runJobs(post);
        String process = runtime.createProcessInstanceQuery().processInstanceBusinessKey(post.toString()).singleResult().getId();
        management.executeJob(management.createJobQuery().processInstanceId(process).activityId("timeToPublish").singleResult()
                .getId());
        runJobs(post);
        Task byHand = tasks.createTaskQuery().processInstanceBusinessKey(post.toString()).singleResult();
        as("paul", () -> {
            tasks.claim(byHand.getId(), "paul");
            forms.submitTaskForm(byHand.getId(), Map.of("posted", "posted", "permalink",
                    "https://www.facebook.com/clinic/posts/1"));
        });
        runJobs(post);
        return desk.find(post).state();
    }

    private void runJobs(UUID businessKey) {
        new PostLoop(application).runJobs(businessKey);
    }

    private void as(String user, Runnable act) {
        identities.setAuthentication(user, identities.createGroupQuery().groupMember(user).list().stream()
                .map(group -> group.getId()).toList());
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private PostContent event() {
        return new PostContent(PostKind.EVENT, Map.of(Channel.FACEBOOK, "Blood drive on Alder Street."), List.of(), List.of(),
                List.of(account), new Schedule(null, Instant.now().plus(Duration.ofDays(3)), zone), false, false,
                ServiceLine.GENERAL, false, false);
    }
}
