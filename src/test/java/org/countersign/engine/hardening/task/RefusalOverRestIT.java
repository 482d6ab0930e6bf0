package org.countersign.engine.hardening.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.countersign.IntegrationTest;
import org.countersign.engine.task.TaskRefused;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The guard as clients meet it: the public REST interface with Basic, and the one of Tasklist with its session. Lena is
 * legal, Mara is not; both may work on tasks of the process as far as the engine's grants are concerned.
 */
@IntegrationTest
class RefusalOverRestIT {

    enum Door {
        PUBLIC("/engine-rest"), TASKLIST("/camunda/api/engine/engine/default");

        private final String base;

        Door(String base) {
            this.base = base;
        }

        Visitor signIn(int port, String person) {
            if (this == PUBLIC) {
                return new Visitor(port).basic(person);
            }
            Visitor visitor = new Visitor(port).signIn(person);
            visitor.get("/camunda/app/tasklist/default/");
            return visitor;
        }
    }

    @LocalServerPort
    private int port;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    @Autowired
    private HistoryService history;
    @Autowired
    private AuthorizationService authorizations;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private GuardedProcessRule rule;

    private final List<Authorization> grants = new ArrayList<>();
    private String deployment;
    private String task;

    @BeforeEach
    void startAProcess() {
        rule.forget();
        deployment = repository.createDeployment().addClasspathResource("guard/guarded.bpmn")
                .addClasspathResource("guard/guard-decision.form").deploy().getId();
        grantWork("legal");
        grantWork("marketing");
        String instance = runtime.startProcessInstanceByKey("guarded",
                Map.of("author", "ana", "digest", "abc123", "strict", false)).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey("decide").singleResult().getId();
    }

    @AfterEach
    void leaveNothing() {
        grants.forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aFormThatDoesNotFitIsAnsweredWith400AndOneSentence(Door door) throws IOException {
        tasks.setAssignee(task, "lena");
        Visitor lena = door.signIn(port, "lena");
        for (String way : List.of("complete", "submit-form")) {
            assertRefused(post(door, lena, way, "{\"variables\":{\"decision\":{\"value\":\"burn\"}}}"),
                    "\"Your decision\" must be one of the choices offered.");
            assertRefused(post(door, lena, way, "{\"variables\":{\"decision\":{\"value\":\"approve\"},"
                    + "\"paid\":{\"value\":true}},\"withVariablesInReturn\":true}"),
                    "Something was sent that the form of this task does not ask for.");
            assertRefused(post(door, lena, way, "{\"variables\":{\"decision\":{\"value\":\"approve\"},"
                    + "\"digest\":{\"value\":\"other\"}}}"), "\"Version\" is shown only and cannot be changed.");
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whatFitsIsStoredAndNothingTypedBecomesAVariable(Door door) {
        Visitor lena = door.signIn(port, "lena");
        assertThat(post(door, lena, "claim", "{\"userId\":\"lena\"}").statusCode()).isEqualTo(204);
        assertThat(post(door, lena, "submit-form", "{\"variables\":{\"decision\":{\"value\":\"changes\"},"
                + "\"digest\":{\"value\":\"abc123\"},\"changes\":{\"value\":\"Drop the date.\"}}}").statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        assertThat(rule.completed.get(0).answers().text("changes")).isEqualTo("Drop the date.");
        assertThat(history.createHistoricVariableInstanceQuery().variableName("changes").count()).isZero();
        assertThat(history.createHistoricDetailQuery().formFields().count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void onlyTheHolderCompletes(Door door) throws IOException {
        Visitor lena = door.signIn(port, "lena");
        assertRefused(post(door, lena, "complete", "{}"), "Nobody holds this task: claim it first, then complete it.");
        tasks.addCandidateUser(task, "carl");
        tasks.setAssignee(task, "carl");
        assertRefused(post(door, lena, "complete", "{}"),
                "Somebody else holds this task: only the person who holds it can complete it.");
        assertRefused(post(door, lena, "claim", "{\"userId\":\"lena\"}"),
                "Somebody else took, changed or completed this task a moment ago. Reload your task list.");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void theRightToWorkOnTasksMakesNobodyACandidate(Door door) throws IOException {
        String meantForLegal = "Only a candidate can hold this task: it is meant for members of legal.";
        assertRefused(post(door, door.signIn(port, "mara"), "claim", "{\"userId\":\"mara\"}"), meantForLegal);
        assertRefused(post(door, door.signIn(port, "admin"), "assignee", "{\"userId\":\"mara\"}"), meantForLegal);
        assertRefused(post(door, door.signIn(port, "admin"), "delegate", "{\"userId\":\"mara\"}"), meantForLegal);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aDelegatedTaskIsNotCompletedPastItsOwner(Door door) throws IOException {
        tasks.addCandidateUser(task, "carl");
        tasks.setAssignee(task, "carl");
        tasks.delegateTask(task, "lena");
        Visitor lena = door.signIn(port, "lena");
        assertRefused(post(door, lena, "submit-form", "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}"),
                "This task was delegated to you for advice: resolve it, so that its owner can complete it.");
        assertRefused(post(door, lena, "resolve", "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}"),
                "A delegated task is handed back without values: its owner fills in the form.");
        assertThat(post(door, lena, "resolve", "{}").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void theSideDoorsAreClosed(Door door) throws IOException {
        tasks.setAssignee(task, "lena");
        Visitor admin = door.signIn(port, "admin");
        assertRefused(post(door, admin, "comment/create", "{\"message\":\"fine\"}"),
                "Comments are written in the review page, so that they are kept with the record.");
        Visitor lena = door.signIn(port, "lena");
        assertThat(post(door, lena, "bpmnError", "{\"errorCode\":\"over\"}").statusCode()).isEqualTo(400);
        assertThat(post(door, lena, "bpmnEscalation", "{\"escalationCode\":\"over\"}").statusCode()).isEqualTo(400);
        assertRefused(post(door, lena, "identity-links", "{\"userId\":\"mara\",\"type\":\"candidate\"}"),
                "Who may take a task is said by its process and cannot be changed at the task.");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void variablesAreNotWrittenPastTheForm(Door door) throws IOException {
        tasks.setAssignee(task, "lena");
        Visitor lena = door.signIn(port, "lena");
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        String refused = "Values are changed by completing a task with its form, in no other way.";
        for (String scope : List.of("/task/" + task + "/variables", "/task/" + task + "/localVariables",
                "/process-instance/" + instance + "/variables", "/execution/" + instance + "/localVariables")) {
            assertRefused(send(door, lena, "PUT", scope + "/digest", "{\"value\":\"def\"}"), refused);
            assertRefused(send(door, lena, "POST", scope, "{\"modifications\":{\"digest\":{\"value\":\"def\"}}}"), refused);
            assertRefused(send(door, lena, "DELETE", scope + "/digest", ""), refused);
        }
        assertThat(tasks.getVariable(task, "digest")).isEqualTo("abc123");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void ofTwoCompletionsInTheSameMomentOneIsStoredAndTheOtherToldWhy(Door door) throws Exception {
        tasks.setAssignee(task, "lena");
        CyclicBarrier bothChecked = new CyclicBarrier(2);
        rule.atCompletion(() -> {
            try {
                bothChecked.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Visitor one = door.signIn(port, "lena");
        Visitor other = door.signIn(port, "lena");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            String approval = "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}";
            Future<HttpResponse<String>> first = threads.submit(() -> post(door, one, "complete", approval));
            Future<HttpResponse<String>> second = threads.submit(() -> post(door, other, "complete", approval));
            assertThat(List.of(first.get().statusCode(), second.get().statusCode())).containsExactlyInAnyOrder(204, 400);
            assertRefused(first.get().statusCode() == 400 ? first.get() : second.get(),
                    "Somebody else took, changed or completed this task a moment ago. Reload your task list.");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatTheModuleWroteIsUndoneWithTheRefusal() throws IOException {
        jdbc.sql("create table if not exists guard_probe (note text)").update();
        tasks.setAssignee(task, "lena");
        rule.atCompletion(() -> {
            jdbc.sql("insert into guard_probe values ('written by the rule')").update();
            throw new TaskRefused("This version was replaced.");
        });
        Visitor lena = Door.PUBLIC.signIn(port, "lena");
        String approval = "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}";
        assertRefused(post(Door.PUBLIC, lena, "complete", approval), "This version was replaced.");
        assertThat(jdbc.sql("select count(*) from guard_probe").query(Long.class).single()).isZero();

        rule.atCompletion(() -> jdbc.sql("insert into guard_probe values ('written by the rule')").update());
        assertThat(post(Door.PUBLIC, lena, "complete", approval).statusCode()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from guard_probe").query(Long.class).single()).isOne();
        jdbc.sql("drop table guard_probe").update();
    }

    @Test
    void otherRefusalsOfTheEngineKeepTheirAnswer() {
        tasks.setAssignee(task, "lena");
        assertThat(post(Door.PUBLIC, Door.PUBLIC.signIn(port, "carl"), "complete", "{}").statusCode())
                .as("Carl has no right to work on tasks of this process").isEqualTo(403);
        assertThat(post(Door.PUBLIC, Door.PUBLIC.signIn(port, "lena"), "complete",
                "{\"variables\":{\"decision\":{\"value\":\"x\",\"type\":\"Integer\"}}}").statusCode()).isEqualTo(400);
    }

    @Test
    void aProcessWithATaskThatNoRuleAnswersForIsNotDeployed() {
        assertThatThrownBy(() -> repository.createDeployment().addClasspathResource("guard/interrupted.bpmn").deploy())
                .hasMessageContaining("No rule answers for the user task ask of the process interrupted");
    }

    private HttpResponse<String> post(Door door, Visitor person, String path, String body) {
        return send(door, person, "POST", "/task/" + task + "/" + path, body);
    }

    private HttpResponse<String> send(Door door, Visitor person, String method, String path, String body) {
        HttpRequest.Builder request = person.request(door.base + path).header("Content-Type", "application/json")
                .header("Accept", "application/json");
        person.cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return person.send(request.method(method, BodyPublishers.ofString(body)));
    }

    private static void assertRefused(HttpResponse<String> answer, String message) throws IOException {
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("message").asText()).isEqualTo(message);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private void grantWork(String group) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("guarded");
        grant.setPermissions(new ProcessDefinitionPermissions[]{ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_WORK});
        grants.add(authorizations.saveAuthorization(grant));
    }
}
