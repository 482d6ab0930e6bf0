package org.countersign.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The first step of a program as people lead it: forms over REST as Tasklist sends them, signatures on the tab. */
@IntegrationTest
class StepInTasklistIT {

    /** Proposes and could sponsor: nobody of the demonstration holds both roles. */
    private static final String EDGAR = "edgar";
    private static final Map<String, Object> BUSINESS_CASE = Map.of("goals", "Reach families", "accounts", "One page",
            "backCatalogue", "Two old pictures", "budget", 120000, "staff", 1.5, "hours", "Monday to Friday, 8 to 18",
            "risks", "Replies under pressure", "nextReview", "2027-11-01");
    private static final Map<String, Object> APPETITE = Map.of("entities", "The hospital", "excluded", "Part 2 programs",
            "appetite", "Moderate: with review before posting", "reviews", "No replies to reviews", "never", "Patient stories");
    private static final Map<String, Object> SPONSORSHIP = Map.of("sponsor", "Evelyn Hart, chief executive",
            "workgroup", true, "resources", true, "conditions", "Monthly word", "nextReview", "2027-11-01");

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Programs programs;
    @Autowired
    private StepClock stepClock;
    @Autowired
    private StepRounds rounds;
    @Autowired
    private SignatureTable signatures;
    @Autowired
    private Entities entities;
    @Autowired
    private Ledger ledger;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private IdentityService identities;
    private UUID program;

    @BeforeEach
    void startAProgram() {
        User user = identities.newUser(EDGAR);
        user.setPassword(Visitor.PASSWORD);
        identities.saveUser(user);
        List.of("marketing", "executive").forEach(group -> identities.createMembership(EDGAR, group));
        program = programs.start(entity(), "admin").id();
    }

    @AfterEach
    void letHimGo() {
        identities.deleteUser(EDGAR);
    }

    @Test
    void aProgramIsProposedSponsoredAndDecidedWithSignatures() {
        complete("mara", "businessCase", BUSINESS_CASE, 204);
        complete("mara", "riskAppetite", APPETITE, 204);
        claim("evelyn", "sponsorship");
        assertThat(complete("evelyn", "sponsorship", SPONSORSHIP, 400)).contains("Sign first: open the tab Step");
        assertThat(page("evelyn", "sponsorship")).contains("Business case").contains("Mara Sato").contains("Reach families")
                .contains("Sponsorship with meaning&quot; is not attached").contains("autocomplete=\"current-password\"");
        sign("evelyn", "sponsorship", "I sponsor this program");
        complete("evelyn", "sponsorship", SPONSORSHIP, 204);

        Task decision = task("decideStep");
        assertThat(decision.getName()).startsWith("Step 1: Decide on the step (");
        assertThat(decision.getDueDate()).isAfter(new Date());
        claim("evelyn", "decideStep");
        assertThat(page("evelyn", "decideStep")).contains("Nothing is missing.").contains("Waiting for a decision");
        assertThat(complete("evelyn", "decideStep", Map.of("decision", "accept"), 400)).contains("Sign first");
        sign("evelyn", "decideStep", "I accept this step as chief executive");
        complete("evelyn", "decideStep", Map.of("decision", "accept"), 204);

        assertThat(programs.step(program, Step.EXECUTIVE_SUPPORT).state(Instant.now())).isEqualTo(StepState.ACCEPTED);
        assertThat(task("charter")).isNotNull();
        List<LedgerRecord> records = ledger.stream(program);
        assertThat(records).extracting(LedgerRecord::kind).containsSubsequence("program.started", "step.begun",
                "evidence.attached", "evidence.attached", "step.signed", "evidence.attached", "step.submitted", "step.signed",
                "step.accepted", "step.begun");
        assertThat(records.stream().filter(record -> record.kind().equals("step.accepted")).findFirst().orElseThrow()
                .payload().path("meaning").asText()).isEqualTo("I accept this step as chief executive");
    }

    @Test
    void nothingTypedBecomesAVariable() {
        complete("mara", "businessCase", BUSINESS_CASE, 204);
        assertThat(runtime.createVariableInstanceQuery().list()).extracting(variable -> String.valueOf(variable.getValue()))
                .noneMatch(value -> value.contains("Reach families"));
    }

    @Test
    void whoProposedNeitherSponsorsNorDecides() {
        complete(EDGAR, "businessCase", BUSINESS_CASE, 204);
        complete("mara", "riskAppetite", APPETITE, 204);
        assertThat(claim(EDGAR, "sponsorship").body()).contains("You prepared this step");
        claim("evelyn", "sponsorship");
        sign("evelyn", "sponsorship", "I sponsor");
        complete("evelyn", "sponsorship", SPONSORSHIP, 204);
        assertThat(claim(EDGAR, "decideStep").body()).contains("You prepared this step, so somebody else must decide on it.");
    }

    @Test
    void aWrongPasswordSignsNothingAndThenTheRightOneHasToWait() {
        complete("mara", "businessCase", BUSINESS_CASE, 204);
        complete("mara", "riskAppetite", APPETITE, 204);
        String task = claimed(EDGAR, "sponsorship");
        Visitor edgar = new Visitor(port).signIn(EDGAR);
        String address = "/program/tasks/" + task;
        String digest = rounds.of(program, Step.EXECUTIVE_SUPPORT).digest();
        for (String password : List.of("wrong", Visitor.PASSWORD)) {
            HttpResponse<String> answer = edgar.submit(address, address + "/sign",
                    Map.of("meaning", "My own words", "password", password, "digest", digest));
            assertThat(answer.body()).contains("The password is wrong").contains("value=\"My own words\"");
        }
        assertThat(signatures.latest(task, EDGAR, digest)).isEmpty();
        assertThat(new Visitor(port).signIn("ben").get(address).statusCode()).isEqualTo(403);
        assertThat(edgar.send(edgar.request(address + "/sign").POST(BodyPublishers.noBody()))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void aSignatureCountsForTheEvidenceThatWasShownAndForAShortTime() {
        complete("mara", "businessCase", BUSINESS_CASE, 204);
        complete("mara", "riskAppetite", APPETITE, 204);
        String task = claimed("evelyn", "sponsorship");
        String digest = rounds.of(program, Step.EXECUTIVE_SUPPORT).digest();
        signatures.insert(new Signature(UUID.randomUUID(), "evelyn", task, "Too old", Instant.now()
                .minus(Duration.ofMinutes(15)), digest));
        assertThat(complete("evelyn", "sponsorship", SPONSORSHIP, 400)).contains("Sign first");

        sign("evelyn", "sponsorship", "I sponsor");
        application.getBean(StepWork.class).attach(program, Step.EXECUTIVE_SUPPORT, "risk-appetite", "Risk appetite and scope",
                Map.of("Changed", "meanwhile"), "mara");
        assertThat(complete("evelyn", "sponsorship", SPONSORSHIP, 400)).contains("Sign first");
        assertThat(page("evelyn", "sponsorship")).doesNotContain("You signed this evidence");
    }

    @Test
    void nobodySignsEvidenceThatChangedSinceThePageWasOpened() {
        complete("mara", "businessCase", BUSINESS_CASE, 204);
        String before = rounds.of(program, Step.EXECUTIVE_SUPPORT).digest();
        complete("mara", "riskAppetite", APPETITE, 204);
        String address = "/program/tasks/" + claimed("evelyn", "sponsorship");
        assertThat(new Visitor(port).signIn("evelyn").submit(address, address + "/sign",
                Map.of("meaning", "I sponsor", "password", Visitor.PASSWORD, "digest", before)).body())
                .contains("The evidence has changed since you opened this page");
    }

    @Test
    void whatIsDueIsRenewedOnce() {
        String entity = entity();
        AcceptedProgram accepted = AcceptedProgram.of(entity, application);
        UUID id = programs.ofEntity(entity).orElseThrow().id();
        accepted.lapsed(Step.RECORDS, Duration.ofDays(1));
        accepted.lapsed(Step.MONITORING, Duration.ofDays(1));
        stepClock.renewDue();
        stepClock.renewDue();
        assertThat(List.of(Step.RECORDS, Step.MONITORING)).allSatisfy(step -> {
            assertThat(processes(id, step.key())).isEqualTo(1);
            assertThat(programs.step(id, step).work()).isEqualTo(StepStanding.Work.IN_PROGRESS);
        });
        assertThat(programs.step(id, Step.WORKGROUP).work()).isEqualTo(StepStanding.Work.NONE);
    }

    /** As when the server is killed after the process has begun and before anything is committed. */
    @Test
    void aRenewalThatWasNotCommittedIsBegunByTheNextRun() {
        String entity = entity();
        AcceptedProgram accepted = AcceptedProgram.of(entity, application);
        UUID id = programs.ofEntity(entity).orElseThrow().id();
        accepted.lapsed(Step.RECORDS, Duration.ofDays(1));
        new TransactionTemplate(application.getBean(PlatformTransactionManager.class)).executeWithoutResult(killed -> {
            stepClock.renewDue();
            assertThat(programs.step(id, Step.RECORDS).work()).isEqualTo(StepStanding.Work.IN_PROGRESS);
            killed.setRollbackOnly();
        });
        assertThat(programs.step(id, Step.RECORDS).work()).isEqualTo(StepStanding.Work.NONE);
        assertThat(processes(id, "records")).isZero();
        stepClock.renewDue();
        assertThat(processes(id, "records")).isEqualTo(1);
    }

    @Test
    void aSeededProgramGetsItsProcessWhenAStepIsDueAndPassesByWhatStands() {
        String entity = entity();
        AcceptedProgram accepted = AcceptedProgram.of(entity, application);
        UUID id = programs.ofEntity(entity).orElseThrow().id();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).rootProcessInstances().list()
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), "seeded without"));
        accepted.lapsed(Step.RECORDS, Duration.ofDays(1));
        stepClock.renewDue();
        assertThat(processes(id, "adoption")).isEqualTo(1);
        assertThat(processes(id, "records")).isEqualTo(1);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).list())
                .extracting(Task::getTaskDefinitionKey).containsExactly("retentionSchedule");
    }

    private long processes(UUID id, String key) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(key).processInstanceBusinessKey(id.toString()).count();
    }

    private String entity() {
        String id = "tasklist-" + UUID.randomUUID().toString().substring(0, 8);
        entities.add(new Entity(id, "Clinic " + id), "admin");
        return id;
    }

    private void sign(String person, String taskKey, String meaning) {
        String address = "/program/tasks/" + task(taskKey).getId();
        Visitor visitor = new Visitor(port).signIn(person);
        var digest = Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(visitor.get(address).body());
        assertThat(digest.find()).isTrue();
        HttpResponse<String> answer = visitor.submit(address, address + "/sign",
                Map.of("meaning", meaning, "password", Visitor.PASSWORD, "digest", digest.group(1)));
        assertThat(Visitor.location(answer)).endsWith(address);
        assertThat(visitor.get(address).body()).contains("You signed this evidence").contains(meaning);
    }

    private String page(String person, String taskKey) {
        return new Visitor(port).signIn(person).get("/program/tasks/" + task(taskKey).getId()).body();
    }

    private HttpResponse<String> claim(String person, String taskKey) {
        return new Visitor(port).basic(person).post("/engine-rest/task/" + task(taskKey).getId() + "/claim",
                "{\"userId\": \"" + person + "\"}");
    }

    private String claimed(String person, String taskKey) {
        assertThat(claim(person, taskKey).statusCode()).isEqualTo(204);
        return task(taskKey).getId();
    }

    private String complete(String person, String taskKey, Map<String, Object> values, int status) {
        Task task = task(taskKey);
        if (task.getAssignee() == null) {
            claim(person, taskKey);
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        HttpResponse<String> answer = new Visitor(port).basic(person)
                .post("/engine-rest/task/" + task.getId() + "/submit-form", json(Map.of("variables", variables)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(program.toString()).list().forEach(instance ->
                management.createJobQuery().processInstanceId(instance.getId()).messages().list()
                        .forEach(job -> management.executeJob(job.getId())));
        return answer.body();
    }

    private Task task(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(program.toString()).taskDefinitionKey(key).singleResult();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
