package org.countersign.review.process;

import org.camunda.bpm.engine.TaskService;
import org.countersign.IntegrationTest;
import org.countersign.review.PostLoop;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Who takes a claimed review out of somebody's hands, as Tasklist and REST do it. */
@IntegrationTest
class GivingBackIT {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ENGINE = "/camunda/api/engine/engine/default/task/";

    @LocalServerPort
    private int port;
    @Autowired
    private TaskService tasks;
    @Autowired
    private ApplicationContext application;

    @Test
    void theHolderGivesBackAndOnlyAnAdministratorTakesAway() {
        PostLoop loop = new PostLoop(application);
        String task = loop.task(loop.submitted(PostLoop.ranking("Ranked first")), "legal").getId();
        Visitor lena = visitor("lena");
        assertThat(lena.post(ENGINE + task + "/claim", "{\"userId\": \"lena\"}").statusCode()).isEqualTo(204);

        for (String other : new String[]{"ana", "paul", "pia"}) {
            Visitor visitor = visitor(other);
            assertThat(visitor.post(ENGINE + task + "/claim", "{\"userId\": null}").statusCode()).isBetween(400, 403);
            assertThat(visitor.post(ENGINE + task + "/unclaim", "").statusCode()).isBetween(400, 403);
            assertThat(holder(task)).isEqualTo("lena");
        }

        assertThat(lena.post(ENGINE + task + "/unclaim", "").statusCode()).isEqualTo(204);
        assertThat(holder(task)).isNull();
        lena.post(ENGINE + task + "/claim", "{\"userId\": \"lena\"}");
        assertThat(visitor("admin").post(ENGINE + task + "/unclaim", "").statusCode()).isEqualTo(204);
        assertThat(holder(task)).isNull();
    }

    private Visitor visitor(String person) {
        Visitor visitor = new Visitor(port).signIn(person);
        visitor.get(TASKLIST);
        return visitor;
    }

    private String holder(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getAssignee();
    }
}
