package org.countersign.web;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.countersign.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets an answer from what, over HTTP. */
@IntegrationTest
class AccessIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    private int port;
    @Autowired
    private IdentityService identities;
    private Visitor anonymous;

    @BeforeEach
    void arrive() {
        anonymous = new Visitor(port);
    }

    @ParameterizedTest
    @CsvSource({
            "/login, 200", "/css/countersign.css, 200", "/webjars/htmx.org/2.0.10/dist/htmx.min.js, 200",
            "/actuator/health, 200",
            "/, 302", "/desk, 302", "/mailbox, 302", "/actuator/metrics, 302", "/review/tasks/x, 302", "/nowhere, 302",
            "/camunda/app/tasklist/default/, 302", "/camunda/app/cockpit/default/, 302", "/camunda/app/admin/default/, 302",
            "/camunda/app/welcome/default/, 302", "/camunda/lib/deps.js, 302",
            "/camunda/api/engine/engine/default/task, 401", "/camunda/api/admin/auth/user/default, 401",
            "/camunda/api/admin/setup/default/user/create, 401",
            "/engine-rest/task, 401", "/engine-rest/engine, 401", "/engine-rest/identity/password-policy, 401",
            "/engine-rest/nowhere, 401", "/api/v1/posts, 401", "/api/v1/openapi, 401"})
    void anonymous(String path, int status) {
        var answer = anonymous.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 302) {
            assertThat(Visitor.location(answer)).endsWith("/login");
        }
    }

    @Test
    void everybodyStartsAtTheDesk() {
        assertThat(Visitor.location(anonymous.signIn("ana", Visitor.PASSWORD))).endsWith("/desk");
        assertThat(Visitor.location(anonymous.get("/"))).endsWith("/desk");
    }

    @Test
    void afterSigningInTheWantedPageComes() {
        anonymous.get(TASKLIST);
        assertThat(Visitor.location(anonymous.signIn("lena", Visitor.PASSWORD))).contains(TASKLIST);
        assertThat(anonymous.get(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordIsAnsweredWithAMessageForPeople() {
        var answer = anonymous.signIn("nobody", "wrong");
        assertThat(Visitor.location(answer)).endsWith("/login?error");
        assertThat(anonymous.get("/login?error").body()).contains("role=\"alert\"").contains("The name or the password is wrong");
    }

    @Test
    void signingInChangesTheSession() {
        anonymous.get("/login");
        String before = anonymous.cookie("JSESSIONID").orElseThrow();
        anonymous.signIn("ana");
        assertThat(anonymous.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void aFormWithoutTokenIsRefused() {
        anonymous.get("/login");
        var answer = anonymous.send(anonymous.request("/login").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=ana&password=" + Visitor.PASSWORD)));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aCallOfTasklistWithoutTokenIsRefused() {
        Visitor lena = anonymous.signIn("lena");
        lena.get(TASKLIST);
        assertThat(lena.post(ENGINE + "/task", "{}").statusCode()).isEqualTo(200);
        assertThat(lena.postWithoutToken(ENGINE + "/task", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void reviewersReachTasklistOnlyAndAdministratorsEverything() {
        Visitor lena = anonymous.signIn("lena");
        assertThat(lena.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(lena.get(ENGINE + "/task").statusCode()).isEqualTo(200);
        assertThat(lena.get("/actuator/metrics").statusCode()).isEqualTo(403);
        assertThat(lena.get("/mailbox").statusCode()).isEqualTo(403);
        assertThat(lena.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics").statusCode()).isEqualTo(403);

        Visitor admin = new Visitor(port).signIn("admin");
        assertThat(admin.get("/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(admin.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
        assertThat(admin.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
            "/camunda/api/admin/%73etup/default/user/create", "/camunda/api//admin/setup/default/user/create",
            "/camunda/api/admin/setup;x=1/default/user/create", "/camunda/api/admin/./setup/default/user/create"})
    void nobodyCreatesAnAdministratorByTheFirstRunPage(String path) {
        String user = """
                {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": ""},
                 "credentials": {"password": "mallory"}}
                """;
        for (Visitor visitor : new Visitor[]{anonymous, new Visitor(port).signIn("lena"), new Visitor(port).signIn("admin")}) {
            visitor.get(TASKLIST);
            assertThat(visitor.post(path, user).statusCode()).isGreaterThanOrEqualTo(400);
        }
        assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
    }

    @Test
    void nobodySignsInASecondTimeInsideTheEnginesApplications() {
        Visitor lena = anonymous.signIn("lena");
        lena.get(TASKLIST);
        var answer = lena.send(lena.request("/camunda/api/admin/auth/user/default/login/tasklist")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", lena.cookie("XSRF-TOKEN").orElseThrow())
                .POST(BodyPublishers.ofString("username=admin&password=" + Visitor.PASSWORD)));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void loggingOutInTasklistEndsTheSessionEverywhere() {
        Visitor lena = anonymous.signIn("lena");
        lena.get(TASKLIST);
        assertThat(lena.post("/camunda/api/admin/auth/user/default/logout", "").statusCode()).isEqualTo(204);
        assertThat(Visitor.location(lena.get(TASKLIST))).endsWith("/login");
        assertThat(Visitor.location(lena.get("/desk"))).endsWith("/login");
        assertThat(lena.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void loggingOutOnAPageEndsTheSessionOfTasklist() {
        Visitor lena = anonymous.signIn("lena");
        lena.get(TASKLIST);
        assertThat(Visitor.location(lena.submit("/login", "/logout", Map.of()))).endsWith("/login?logout");
        assertThat(lena.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void programsUseBasicAndGetNoSession() {
        var answer = new Visitor(port).basic("lena").get("/engine-rest/task");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    /** Browsers send remembered Basic credentials along with a form of any other site. */
    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example", "Origin, null"})
    void pagesOfOtherSitesReachNoInterfaceForPrograms(String header, String value) {
        Visitor admin = new Visitor(port).basic("admin");
        for (String path : new String[]{"/engine-rest/task", "/engine-rest/deployment/create", "/api/v1/media"}) {
            var answer = admin.send(admin.request(path).header("Content-Type", "application/json").header(header, value)
                    .POST(BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
        }
        assertThat(admin.send(admin.request("/engine-rest/task").header(header, value).GET()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Origin: http://localhost", "Accept: */*"})
    void ourOwnPagesAndProgramsReachTheInterfaces(String header) {
        String[] parts = header.split(": ");
        Visitor admin = new Visitor(port).basic("admin");
        String value = parts[0].equals("Origin") ? parts[1] + ":" + port : parts[1];
        assertThat(admin.send(admin.request("/engine-rest/task").header("Content-Type", "application/json")
                .header(parts[0], value).POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(200);
    }

    @Test
    void whoLeavesAGroupOrIsRemovedLosesItsPagesAtOnce() {
        User user = identities.newUser("leaver");
        user.setPassword(Visitor.PASSWORD);
        identities.saveUser(user);
        identities.createMembership("leaver", "camunda-admin");
        Visitor leaver = new Visitor(port).signIn("leaver");
        assertThat(leaver.get("/mailbox").statusCode()).isEqualTo(200);
        assertThat(leaver.get("/accounts").statusCode()).isEqualTo(200);

        identities.deleteMembership("leaver", "camunda-admin");
        assertThat(leaver.get("/mailbox").statusCode()).isEqualTo(403);
        assertThat(leaver.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(leaver.get("/actuator/metrics").statusCode()).isEqualTo(403);

        identities.deleteUser("leaver");
        assertThat(Visitor.location(leaver.get("/posts/" + UUID.randomUUID() + "/record"))).endsWith("/login");
        assertThat(Visitor.location(leaver.get(TASKLIST))).endsWith("/login");
        assertThat(leaver.get(ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionOpensNoInterfaceForPrograms() {
        assertThat(anonymous.signIn("lena").get("/engine-rest/task").statusCode()).isEqualTo(401);
    }

    @Test
    void pagesForbidForeignScriptsAndFrames() {
        var headers = anonymous.get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy")).get().asString()
                .contains("default-src 'self'").contains("frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(anonymous.signIn("lena").get(TASKLIST).headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void peopleGetAPageWhenThereIsNothing() {
        var answer = anonymous.signIn("ana").get("/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/html");
        assertThat(answer.body()).contains("There is nothing at this address").contains("Ana Alvarez").doesNotContain("static resource");
    }

    @Test
    void whenTheSessionHasEndedAFragmentSendsTheWholePageToSignIn() {
        var answer = anonymous.send(anonymous.request("/desk/preview").header("HX-Request", "true").GET());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }
}
