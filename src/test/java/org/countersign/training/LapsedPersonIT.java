package org.countersign.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.ReviewForm;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.countersign.post.Desk;
import org.countersign.post.NotAllowed;
import org.countersign.post.Post;
import org.countersign.review.PostLoop;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who did not learn in time is refused by the desk and by the engine, whichever way is tried. */
@IntegrationTest
class LapsedPersonIT {

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired Training training;
    @Autowired Entities entities;
    @Autowired Desk desk;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;
    @Autowired ObjectMapper json;

    @BeforeEach
    void launched() {
        if (entities.find("guard-it").isEmpty()) {
            entities.add(new Entity("guard-it", "Guard clinic"), "admin");
        }
        training.launch("guard-it", "hugo");
    }

    @Test
    void aLapsedReviewerCanNeitherTakeNorCompleteAReview() throws Exception {
        Learner.hire(application, "rosa", Role.LEGAL);
        training.of("rosa");
        PostLoop loop = new PostLoop(application);
        UUID post = loop.submitted(PostLoop.ranking("Ranked third in the county " + UUID.randomUUID()));
        Task task = loop.task(post, "legal");
        Visitor rosa = new Visitor(port).basic("rosa");

        due("rosa", "1 minute");
        var refused = rosa.post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"rosa\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Patient information in social media", "(T1)", "/training");

        Learner.learnAll(application, "rosa");
        assertThat(rosa.post("/engine-rest/task/" + task.getId() + "/claim", "{\"userId\":\"rosa\"}").statusCode())
                .isEqualTo(204);

        due("rosa", "1 minute");
        Map<String, Object> answers = new HashMap<>(ReviewForm.of("legal").safeAnswers());
        answers.put("digest", desk.versions(post).get(0).digest());
        answers.put("decision", "approve");
        String form = json.writeValueAsString(Map.of("variables", variables(answers)));
        var late = rosa.post("/engine-rest/task/" + task.getId() + "/submit-form", form);
        assertThat(late.statusCode()).isEqualTo(400);
        assertThat(late.body()).contains("lapsed on", "/training");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isEqualTo(1);

        Learner.learnAll(application, "rosa");
        assertThat(rosa.post("/engine-rest/task/" + task.getId() + "/submit-form", form).statusCode()).isEqualTo(204);
    }

    @Test
    void aLapsedAuthorCanNeitherWriteNorSubmitAndLosesNothingTyped() {
        Learner.hire(application, "walt", Role.AUTHOR);
        training.of("walt");
        PostLoop loop = new PostLoop(application);
        Post draft = desk.create(PostLoop.ranking("Ranked fourth " + UUID.randomUUID()), "walt");
        due("walt", "13 days");
        Post saved = desk.save(draft.id(), draft.revision(), draft.draft(), "walt");

        due("walt", "14 days");
        assertThatThrownBy(() -> desk.create(draft.draft(), "walt")).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("T1").hasMessageContaining("/training");
        assertThatThrownBy(() -> desk.save(draft.id(), saved.revision(), draft.draft(), "walt")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.submit(draft.id(), saved.revision(), "walt")).isInstanceOf(NotAllowed.class);
        var page = new Visitor(port).signIn("walt").submit("/desk/new", "/desk/new", Map.of("action", "save",
                "accounts", PostLoop.LINKEDIN, "text.LINKEDIN", "Words I typed"));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("Complete it on the page /training", "Words I typed");
        assertThat(desk.mine("walt", 10, 0)).hasSize(1);
        assertThat(new Visitor(port).signIn("walt").get("/training").body()).contains("so you may not act as author now");

        Learner.learnAll(application, "walt");
        assertThat(desk.submit(draft.id(), saved.revision(), "walt").number()).isEqualTo(1);
        loop.runJobs(draft.id());
    }

    private void due(String person, String ago) {
        jdbc.sql("update training_assignment set due_at = now() - cast(? as interval) where user_id = ?")
                .params(ago, person).update();
    }

    private static Map<String, Object> variables(Map<String, Object> answers) {
        Map<String, Object> variables = new HashMap<>();
        answers.forEach((key, value) -> variables.put(key, Map.of("value", value)));
        return variables;
    }
}
