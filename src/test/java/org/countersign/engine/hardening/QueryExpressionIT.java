package org.countersign.engine.hardening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.net.http.HttpResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same ways in as {@link QueryExpressionTest}, by HTTP and as a reviewer. That a query without an expression is answered
 * beside each refusal shows that the address is right.
 */
@IntegrationTest
class QueryExpressionIT {

    private static final String REST = "/engine-rest";

    @LocalServerPort
    private int port;
    @Autowired
    private TaskService tasks;
    @Autowired
    private FilterService filters;
    @Autowired
    private AuthorizationService authorizations;
    @Autowired
    private ObjectMapper json;

    private Task marked;
    private Filter filter;
    private Authorization grant;

    @BeforeEach
    void addATaskThatAnEvaluatedExpressionWouldFind() {
        marked = tasks.newTask();
        marked.setAssignee("java.lang.String");
        tasks.saveTask(marked);
        filter = filters.saveFilter(filters.newTaskFilter("everything").setQuery(tasks.createTaskQuery()));
        grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId("lena");
        grant.setResource(Resources.TASK);
        grant.setResourceId(Authorization.ANY);
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
        Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setUserId("lena");
        read.setResource(Resources.FILTER);
        read.setResourceId(filter.getId());
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }

    @AfterEach
    void removeIt() {
        tasks.deleteTask(marked.getId(), true);
        filters.deleteFilter(filter.getId());
        authorizations.deleteAuthorization(grant.getId());
    }

    @ParameterizedTest
    @CsvSource({
            "/engine-rest, /task, 400", "/engine-rest, /task/count, 400",
            "/engine-rest, /filter/{id}/list, 500", "/engine-rest, /filter/{id}/count, 500",
            "/camunda/api/engine/engine/default, /task, 400", "/camunda/api/engine/engine/default, /task/count, 400",
            "/camunda/api/engine/engine/default, /filter/{id}/list, 500",
            "/camunda/api/engine/engine/default, /filter/{id}/count, 500"})
    void aReviewersOrQueryEvaluatesNothing(String api, String path, int status) throws IOException {
        Visitor lena = reviewer(api);
        String address = api + path.replace("{id}", filter.getId());

        HttpResponse<String> plain = lena.post(address, orQuery("\"assignee\": \"java.lang.String\""));
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(found(plain)).isEqualTo(1);

        for (String expression : new String[]{"${''.getClass().getName()}", "${''.class.name}", "${dataSource.toString()}",
                "${hardeningPlugin}"}) {
            HttpResponse<String> refused = lena.post(address, orQuery("\"assigneeExpression\": \"" + expression + "\""));
            assertThat(refused.statusCode()).as(expression).isEqualTo(status);
            assertThat(refused.body()).doesNotContain("Hikari").doesNotContain(marked.getId());
        }
    }

    @ParameterizedTest
    @CsvSource({"/engine-rest", "/camunda/api/engine/engine/default"})
    void aReviewerStoresNoFilterAndCreatesNoTask(String api) {
        Visitor lena = reviewer(api);
        long tasksBefore = tasks.createTaskQuery().count();
        long filtersBefore = filters.createFilterQuery().count();

        assertThat(lena.post(api + "/filter/create", """
                {"name": "mine", "resourceType": "Task", "query": {"assigneeExpression": "${''.class}"}}
                """).statusCode()).isEqualTo(403);
        assertThat(lena.post(api + "/task/create", "{\"name\": \"Do something else\"}").statusCode()).isEqualTo(403);
        assertThat(tasks.createTaskQuery().count()).isEqualTo(tasksBefore);
        assertThat(filters.createFilterQuery().count()).isEqualTo(filtersBefore);
    }

    private Visitor reviewer(String api) {
        Visitor lena = new Visitor(port);
        if (api.equals(REST)) {
            return lena.basic("lena");
        }
        lena.signIn("lena").get("/camunda/app/tasklist/default/");
        return lena;
    }

    private static String orQuery(String criterion) {
        return "{\"orQueries\": [{" + criterion + ", \"name\": \"no such name\"}]}";
    }

    private long found(HttpResponse<String> answer) throws IOException {
        JsonNode body = json.readTree(answer.body());
        return body.isArray() ? body.size() : body.get("count").asLong();
    }
}
