package org.countersign.escalation;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.ReviewForm;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Absence;
import org.countersign.people.Absences;
import org.countersign.post.Desk;
import org.countersign.post.Posts;
import org.countersign.review.PostLoop;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** A real review: on the ladder from its first moment, reminded by its timers, taken over by a deputy. */
@IntegrationTest
class StandInIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private IdentityService identities;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ManagementService management;
    @Autowired
    private Absences absences;
    @Autowired
    private LadderStore store;
    @Autowired
    private Posts posts;
    @Autowired
    private Ledger ledger;
    @Autowired
    private JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("America/New_York"));

    @BeforeEach
    void hireLara() {
        jdbc.sql("delete from absence").update();
        User lara = identities.newUser("lara");
        lara.setFirstName("Lara");
        lara.setLastName("Stein");
        lara.setEmail("lara@harborvale.example");
        lara.setPassword(Visitor.PASSWORD);
        identities.saveUser(lara);
        identities.createMembership("lara", "legal");
        identities.createMembership("lara", "counsel");
    }

    @AfterEach
    void dismissLara() {
        jdbc.sql("delete from absence").update();
        identities.deleteUser("lara");
    }

    @Test
    void everyTaskIsOnTheLadderFromItsCreationToItsEnd() {
        PostLoop loop = new PostLoop(application);
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        Task task = loop.task(post, "legal");

        Climb climb = store.find("task:" + task.getId()).orElseThrow();
        assertThat(climb.stream()).isEqualTo(post);
        assertThat(climb.task()).isEqualTo(task.getName()).startsWith("Legal review");
        assertThat(climb.roles()).containsExactly("legal");
        assertThat(climb.riskClass()).isNotNull();
        assertThat(climb.executive()).isEqualTo("executive");
        assertThat(climb.due()).isEqualTo(task.getDueDate().toInstant());
        assertThat(climb.halfway()).isBefore(climb.nearly());

        claim("lena", task);
        assertThat(store.find(climb.key()).orElseThrow().holder()).isEqualTo("lena");
        asPerson("lena", () -> tasks.setAssignee(task.getId(), null));
        assertThat(store.find(climb.key()).orElseThrow().holder()).isNull();

        Desk desk = application.getBean(Desk.class);
        desk.withdraw(post, "ana");
        loop.runJobs(post);
        assertThat(store.find(climb.key())).as("a task that is no longer wanted").isEmpty();
    }

    @Test
    void theTimersOfTheDiagramTellWhoCanActThenTheSupervisorThenTheExecutive() {
        PostLoop loop = new PostLoop(application);
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        Task task = loop.task(post, "legal");
        claim("lena", task);

        for (String timer : List.of("halfOfTimeGone", "mostOfTimeGone", "deadlinePassed")) {
            String job = management.createJobQuery().processInstanceId(task.getProcessInstanceId()).activityId(timer)
                    .singleResult().getId();
            management.executeJob(job);
        }

        assertThat(jdbc.sql("select recipient || ' ' || level from notice where ladder_key = ? order by rung, id")
                .param("task:" + task.getId()).query(String.class).list())
                .containsExactly("lena HOLDER", "lena HOLDER", "carl SUPERVISOR", "lena HOLDER", "evelyn EXECUTIVE");
        assertThat(kinds(post)).filteredOn("task.escalated"::equals).hasSize(2);
        assertThat(loop.task(post, "legal")).as("silence decides nothing").isNotNull();
    }

    @Test
    void aDeputyTakesOverAndDecidesOnBehalfOfTheAbsent() {
        PostLoop loop = new PostLoop(application);
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        Task task = loop.task(post, "legal");
        claim("lena", task);
        Visitor lara = new Visitor(port).signIn("lara");
        Map<String, String> wanted = Map.of("task", "task:" + task.getId());

        HttpResponse<String> early = lara.submit("/leave", "/leave/take-over", wanted);
        assertThat(early.statusCode()).isEqualTo(422);
        assertThat(early.body()).contains("You can take over only what somebody holds whose deputy you are today.");
        absences.enter("lena", today, today.plusDays(3), "lara", Absence.Reason.LEAVE, "lena");
        assertThat(lara.get("/leave").body()).contains("You stand in", "Lena Brandt", task.getName());
        assertThat(new Visitor(port).signIn("pia").submit("/leave", "/leave/take-over", wanted).statusCode()).isEqualTo(422);
        assertThat(lara.submit("/leave", "/leave/take-over", wanted).statusCode()).isEqualTo(302);

        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo("lara");
        assertThat(store.find("task:" + task.getId()).orElseThrow().holder()).isEqualTo("lara");
        asPerson("lara", () -> tasks.complete(task.getId(), approval(post)));
        assertThat(record(post, "task.taken-over").references()).containsEntry("onBehalfOf", "lena");
        assertThat(record(post, "review.decided").references()).containsEntry("onBehalfOf", "lena");
        assertThat(record(post, "review.decided").actor().id()).isEqualTo("lara");
        assertThat(new Visitor(port).signIn("admin").get("/posts/" + post + "/record").body())
                .contains("took over the task of Legal on behalf of Lena Brandt", "on behalf of Lena Brandt");
    }

    @Test
    void theGuardRefusesADeputyWhoWroteThePost() {
        identities.createMembership("lara", "author");
        PostLoop loop = new PostLoop(application);
        Desk desk = application.getBean(Desk.class);
        var written = desk.create(PostLoop.ranking("Lara wrote this"), "lara");
        desk.submit(written.id(), written.revision(), "lara");
        loop.runJobs(written.id());
        Task task = loop.task(written.id(), "legal");
        claim("lena", task);
        absences.enter("lena", today, today.plusDays(3), "lara", Absence.Reason.LEAVE, "lena");

        HttpResponse<String> answer = new Visitor(port).signIn("lara")
                .submit("/leave", "/leave/take-over", Map.of("task", "task:" + task.getId()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("You wrote or changed this post, so somebody else must review it.");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo("lena");
        assertThat(kinds(written.id())).doesNotContain("task.taken-over");
    }

    @Test
    void everybodyEntersAndTakesBackTheirOwnAbsenceAndARefusalLosesNothing() {
        Visitor lena = new Visitor(port).signIn("lena");
        Map<String, String> days = Map.of("from", today.plusDays(5).toString(), "to", today.plusDays(2).toString(),
                "deputy", "lara", "reason", "BUSINESS", "who", "carl");

        HttpResponse<String> refused = lena.submit("/leave", "/leave", days);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("The day of the return must come after the first day.",
                "value=\"" + today.plusDays(5) + "\"", "<option value=\"lara\" selected=\"selected\">",
                "<option value=\"BUSINESS\" selected=\"selected\">");
        assertThat(lena.submit("/leave", "/leave", Map.of("from", today.plusDays(5).toString(), "to",
                today.plusDays(7).toString(), "deputy", "lara", "reason", "LEAVE", "who", "carl")).statusCode()).isEqualTo(302);

        Absence entered = absences.coming().get(0);
        assertThat(entered.person()).as("only administrators enter for others").isEqualTo("lena");
        assertThat(new Visitor(port).signIn("carl").submit("/leave", "/leave/" + entered.id() + "/cancel", Map.of())
                .statusCode()).isEqualTo(403);
        assertThat(lena.submit("/leave", "/leave/" + entered.id() + "/cancel", Map.of()).statusCode()).isEqualTo(302);
        assertThat(absences.coming()).isEmpty();
        assertThat(new Visitor(port).signIn("admin").submit("/leave", "/leave", Map.of("from", today.plusDays(5).toString(),
                "to", today.plusDays(7).toString(), "who", "carl", "reason", "LEAVE")).statusCode()).isEqualTo(302);
        assertThat(absences.coming()).singleElement().satisfies(one -> assertThat(one.person()).isEqualTo("carl"));
    }

    @Test
    void theMessageLogIsForAdministratorsAndCompliance() {
        PostLoop loop = new PostLoop(application);
        Task task = loop.task(loop.submitted(PostLoop.ranking("Ranked first")), "legal");
        application.getBean(Ladder.class).climb("task:" + task.getId(), Moment.DUE);

        assertThat(new Visitor(port).signIn("lena").get("/messages").statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).signIn("lena").get("/messages/messages.csv").statusCode()).isEqualTo(403);
        Visitor carl = new Visitor(port).signIn("carl");
        assertThat(carl.get("/messages?person=evelyn").body()).contains("Evelyn Hart", "Named executive", task.getName(),
                "Waits for the next mail");
        assertThat(carl.get("/messages/messages.csv?person=evelyn").body())
                .startsWith("told,person,on behalf of,level,").contains("\"evelyn\",\"\",\"Named executive\",\"5\",\"0\"")
                .doesNotContain("\"lena\"");
    }

    private Map<String, Object> approval(UUID post) {
        Map<String, Object> answers = ReviewForm.of("legal").safeAnswers();
        answers.put("decision", "approve");
        answers.put("digest", posts.currentVersion(post).orElseThrow().digest());
        return answers;
    }

    private void claim(String person, Task task) {
        asPerson(person, () -> tasks.claim(task.getId(), person));
    }

    private void asPerson(String person, Runnable act) {
        identities.setAuthentication(person, identities.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId()).toList());
        try {
            act.run();
        } finally {
            identities.clearAuthentication();
        }
    }

    private LedgerRecord record(UUID post, String kind) {
        return ledger.stream(post).stream().filter(one -> one.kind().equals(kind)).findFirst().orElseThrow();
    }

    private List<String> kinds(UUID post) {
        return ledger.stream(post).stream().map(LedgerRecord::kind).toList();
    }
}
