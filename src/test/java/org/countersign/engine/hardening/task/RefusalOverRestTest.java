package org.countersign.engine.hardening.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.countersign.engine.task.TaskRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The guard as clients meet it: the public REST interface with Basic, and the one of Tasklist with its session. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "spring.datasource.url=jdbc:h2:mem:refusal-over-rest;DB_CLOSE_DELAY=-1", "spring.flyway.enabled=false",
        "camunda.bpm.job-execution.enabled=false", "camunda.bpm.process-engine-name=default",
        "spring.main.banner-mode=off"})
class RefusalOverRestTest {

    enum Door { PUBLIC, TASKLIST }

    @LocalServerPort
    private int port;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private TaskService tasks;
    private String task;

    @BeforeEach
    void startAProcess() {
        if (engine.getRepositoryService().createDeploymentQuery().count() == 0) {
            engine.getRepositoryService().createDeployment().addClasspathResource("guard/guarded.bpmn")
                    .addClasspathResource("guard/guard-decision.form").deploy();
            People.add(engine.getIdentityService(), engine.getAuthorizationService());
        }
        String instance = runtime.startProcessInstanceByKey("guarded",
                Map.of("author", "ada", "digest", "abc123", "strict", false)).getId();
        task = tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey("decide").singleResult().getId();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aFormThatDoesNotFitIsAnsweredWith400AndOneSentence(Door door) throws Exception {
        tasks.setAssignee(task, "lena");
        Client lena = client(door, "lena");
        for (String way : new String[]{"complete", "submit-form"}) {
            assertRefused(lena.post(way, "{\"variables\":{\"decision\":{\"value\":\"burn\"}}}"),
                    "\"Your decision\" must be one of the choices offered.");
            assertRefused(lena.post(way, "{\"variables\":{\"decision\":{\"value\":\"approve\"},\"paid\":{\"value\":true}},\"withVariablesInReturn\":true}"),
                    "Something was sent that the form of this task does not ask for.");
            assertRefused(lena.post(way, "{\"variables\":{\"decision\":{\"value\":\"{}\",\"type\":\"Json\"}}}"),
                    "\"Your decision\" must be one of the choices offered. \"What must change?\" must be filled in.");
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whatFitsIsStored(Door door) throws Exception {
        Client lena = client(door, "lena");
        assertThat(lena.post("claim", "{\"userId\":\"lena\"}").statusCode()).isEqualTo(204);
        assertThat(lena.post("submit-form", "{\"variables\":{\"decision\":{\"value\":\"changes\"},\"digest\":{\"value\":\"abc123\"},"
                + "\"changes\":{\"value\":\"Drop the date.\"}}}").statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isZero();
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().variableName("changes").count()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void onlyTheHolderCompletes(Door door) throws Exception {
        Client lena = client(door, "lena");
        assertRefused(lena.post("complete", "{}"), "Nobody holds this task: claim it first, then complete it.");
        tasks.setAssignee(task, "leo");
        assertRefused(lena.post("complete", "{}"), "Somebody else holds this task: only the person who holds it can complete it.");
        assertRefused(lena.post("claim", "{\"userId\":\"lena\"}"),
                "Somebody else took, changed or completed this task a moment ago. Reload your task list.");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void whoIsNoCandidateDoesNotGetTheTaskThoughTheRightToWorkOnItWasGranted(Door door) throws Exception {
        assertRefused(client(door, "mark").post("claim", "{\"userId\":\"mark\"}"),
                "Only a candidate can hold this task: it is meant for members of legal.");
        assertRefused(client(door, "root").post("assignee", "{\"userId\":\"mark\"}"),
                "Only a candidate can hold this task: it is meant for members of legal.");
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void aDelegatedTaskIsNotCompletedPastItsOwner(Door door) throws Exception {
        tasks.setAssignee(task, "leo");
        tasks.delegateTask(task, "lena");
        Client lena = client(door, "lena");
        assertRefused(lena.post("submit-form", "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}"),
                "This task was delegated to you for advice: resolve it, so that its owner can complete it.");
        assertRefused(lena.post("resolve", "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}"),
                "A delegated task is handed back without values: its owner fills in the form.");
        assertThat(lena.post("resolve", "{}").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void theSideDoorsAreClosed(Door door) throws Exception {
        tasks.setAssignee(task, "lena");
        Client lena = client(door, "lena");
        assertRefused(lena.post("comment/create", "{\"message\":\"fine\"}"),
                "Comments are written in the review page, so that they are kept with the record.");
        assertRefused(lena.post("bpmnError", "{\"errorCode\":\"over\"}"), "This task ends by its form only, not by an error.");
        assertRefused(lena.post("bpmnEscalation", "{\"escalationCode\":\"over\"}"),
                "This task ends by its form only, not by an escalation.");
        String candidates = "Who may take a task is said by its process and cannot be changed at the task.";
        assertRefused(lena.post("identity-links", "{\"userId\":\"mark\",\"type\":\"candidate\"}"), candidates);
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void variablesAreNotWrittenPastTheForm(Door door) throws Exception {
        tasks.setAssignee(task, "lena");
        Client lena = client(door, "lena");
        for (String scope : new String[]{"variables", "localVariables"}) {
            assertThat(lena.send("PUT", scope + "/digest", "{\"value\":\"def\"}").statusCode()).isBetween(400, 499);
            assertThat(lena.post(scope, "{\"modifications\":{\"digest\":{\"value\":\"def\"}}}").statusCode()).isBetween(400, 499);
            assertThat(lena.send("DELETE", scope + "/digest", "").statusCode()).isBetween(400, 499);
        }
        assertThat(tasks.getVariable(task, "digest")).isEqualTo("abc123");
    }

    @Test
    void otherExceptionsKeepTheirAnswer() throws Exception {
        assertThat(client(Door.PUBLIC, "root").send("GET", "form-variables?deserializeValues=x", "").statusCode()).isLessThan(500);
        Client stranger = client(Door.PUBLIC, "stranger");
        tasks.setAssignee(task, "lena");
        assertThat(stranger.post("complete", "{}").statusCode()).isEqualTo(403);
    }

    private static void assertRefused(HttpResponse<String> answer, String message) throws IOException {
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("message").asText()).isEqualTo(message);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private Client client(Door door, String userId) throws Exception {
        Client client = new Client(door, userId);
        client.signIn();
        return client;
    }

    private class Client {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
        private final Door door;
        private final String userId;

        Client(Door door, String userId) {
            this.door = door;
            this.userId = userId;
        }

        void signIn() throws Exception {
            if (door == Door.TASKLIST) {
                openTasklist();
                HttpResponse<String> login = http.send(request("http://127.0.0.1:" + port
                        + "/camunda/api/admin/auth/user/default/login/tasklist").header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + userId + "&password=secret-" + userId)).build(), BodyHandlers.ofString());
                assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
                openTasklist();
            }
        }

        /** Hands out the token against forged requests, and a new one after signing in. */
        private void openTasklist() throws Exception {
            URI tasklist = URI.create("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
            http.send(HttpRequest.newBuilder(tasklist).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String body) throws Exception {
            return send("POST", path, body);
        }

        HttpResponse<String> send(String method, String path, String body) throws Exception {
            String base = door == Door.TASKLIST ? "/camunda/api/engine/engine/default" : "/engine-rest";
            return http.send(request("http://127.0.0.1:" + port + base + "/task/" + task + "/" + path)
                    .header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String url) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
            if (door == Door.PUBLIC) {
                return request.header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString((userId + ":secret-" + userId).getBytes()));
            }
            cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .forEach(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
            return request;
        }
    }

    private static final class People {

        static void add(IdentityService identity, AuthorizationService authorizations) {
            identity.saveGroup(identity.newGroup("legal"));
            identity.saveGroup(identity.newGroup("marketing"));
            identity.saveGroup(identity.newGroup("camunda-admin"));
            Map.of("lena", "legal", "leo", "legal", "mark", "marketing", "root", "camunda-admin", "stranger", "").forEach((id, group) -> {
                User user = identity.newUser(id);
                user.setPassword("secret-" + id);
                identity.saveUser(user);
                if (!group.isEmpty()) {
                    identity.createMembership(id, group);
                }
            });
            for (String group : new String[]{"legal", "marketing"}) {
                grant(authorizations, group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                grant(authorizations, group, Resources.PROCESS_DEFINITION, "guarded", ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY,
                        ProcessDefinitionPermissions.TASK_WORK);
            }
            grant(authorizations, "camunda-admin", Resources.APPLICATION, "*", Permissions.ALL);
            grant(authorizations, "camunda-admin", Resources.PROCESS_DEFINITION, "*", Permissions.ALL);
            grant(authorizations, "camunda-admin", Resources.TASK, "*", Permissions.ALL);
        }

        private static void grant(AuthorizationService service, String group, Resource resource, String id, Permission... permissions) {
            Authorization grant = service.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(id);
            grant.setPermissions(permissions);
            service.saveAuthorization(grant);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(TaskGuardConfiguration.class)
    static class Application {

        @Bean
        TaskRule rule() {
            return new Recorder("guarded");
        }

        /** Nothing but the engine's own filters stands between the client and the guard here. */
        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).csrf(csrf -> csrf.disable())
                    .build();
        }

        @Bean
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> basic() {
            FilterRegistrationBean<ProcessEngineAuthenticationFilter> filter =
                    new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
            filter.addInitParameter("authentication-provider",
                    "org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider");
            filter.addUrlPatterns("/engine-rest/*");
            return filter;
        }
    }
}
