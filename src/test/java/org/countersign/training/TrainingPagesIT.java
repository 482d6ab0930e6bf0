package org.countersign.training;

import org.countersign.IntegrationTest;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of training and policy over HTTP, as a browser without scripts uses them. */
@IntegrationTest
class TrainingPagesIT {

    @LocalServerPort int port;
    @Autowired ApplicationContext application;
    @Autowired Training training;
    @Autowired Lessons lessons;
    @Autowired Policies policies;
    @Autowired Entities entities;

    @Test
    void aPersonLearnsAModule() {
        launched("pages-it");
        Learner.hire(application, "tilda", Role.PHARMACY);
        Visitor tilda = visitor("tilda");
        assertThat(tilda.get("/training").body()).contains("T7 · Recognizing adverse events", "To do")
                .doesNotContain("T13 ·", "Who has which training");
        String page = tilda.get("/training/T7").body();
        Lesson lesson = lessons.find("T7").orElseThrow();
        assertThat(page).contains("The four elements", lesson.digest(), "80</span> percent");

        var failed = tilda.submit("/training/T7", "/training/T7", fields(lesson, Learner.wrong(lesson, 2)));
        assertThat(failed.statusCode()).isEqualTo(422);
        assertThat(failed.body()).contains("60 percent of your answers", "Look again at question 1, 2",
                "Look at this question again.", "checked=\"checked\"", "Not passed");

        Map<String, String> stale = fields(lesson, Learner.right(lesson));
        stale.put("digest", "0".repeat(64));
        assertThat(tilda.submit("/training/T7", "/training/T7", stale).body()).contains("The content changed while you read it");

        var done = tilda.submit("/training/T7", "/training/T7", fields(lesson, Learner.right(lesson)));
        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(tilda.get("/training").body()).contains("Kept: you have done", "Done");
        assertThat(tilda.get("/training/T99").statusCode()).isEqualTo(404);
    }

    @Test
    void coverageIsForThoseWhoAnswerForIt() {
        launched("pages-it");
        for (String allowed : new String[]{"hugo", "carl", "admin"}) {
            Visitor visitor = visitor(allowed);
            assertThat(visitor.get("/training").body()).contains("/training/coverage");
            assertThat(visitor.get("/training/coverage").body()).contains("By module and role", "T11 Reviewer calibration");
            var csv = visitor.get("/training/coverage.csv");
            assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
            assertThat(csv.body()).startsWith("module,title,role,required,current,percent\r\n")
                    .contains("T13,\"Duties of executives and the board\",\"Executive\",1,");
        }
        Visitor ana = visitor("ana");
        assertThat(ana.get("/training/coverage").statusCode()).isEqualTo(403);
        assertThat(ana.get("/training/coverage.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void aPolicyIsWrittenSignedAndRead() {
        entities.add(new Entity("paper-it", "Paper clinic"), "admin");
        Visitor carl = visitor("carl");
        Visitor ana = visitor("ana");
        assertThat(ana.get("/policy?entity=paper-it").body()).contains("No policy is in force yet")
                .doesNotContain("Write the first version");
        assertThat(ana.get("/policy?entity=nowhere").statusCode()).isEqualTo(404);

        String draft = Visitor.location(carl.submit("/policy?entity=paper-it", "/policy", Map.of("entity", "paper-it")))
                .replaceFirst("^https?://[^/]+", "");
        assertThat(ana.get(draft).statusCode()).isEqualTo(403);
        Map<String, String> fields = sections("1");
        fields.put("section.personal-use", "Be civil at all times.");
        fields.put("section.crisis", "");
        var refused = carl.submit(draft, draft, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("needs these sections as well", "<li>Crisis</li>",
                "<mark class=\"review\">Be civil</mark>", "Why it stands", "Be civil at all times.");
        fields.putAll(Map.of("revision", "2", "section.crisis", "All posts pause.", "section.personal-use", "Threats are not tolerated."));
        assertThat(carl.submit(draft, draft, fields).statusCode()).isEqualTo(302);

        PolicyVersion frozen = policies.inWork("paper-it").orElseThrow();
        assertThat(carl.submit(draft, draft + "/publish", Map.of()).body()).contains("cannot be published without the signature");
        Map<String, String> people = new LinkedHashMap<>();
        people.put("lena", "legal");
        people.put("pia", "privacy");
        people.put("hugo", "hr");
        people.put("carl", "compliance");
        people.put("evelyn", "executive");
        people.forEach((person, role) -> {
            var signed = visitor(person).submit(draft, draft + "/signatures",
                    Map.of("role", role, "digest", frozen.digest(), "password", Visitor.PASSWORD));
            assertThat(signed.statusCode()).as(person).isEqualTo(302);
        });
        assertThat(carl.submit(draft, draft + "/publish", Map.of()).statusCode()).isEqualTo(302);
        assertThat(ana.get("/policy?entity=paper-it").body()).contains("Threats are not tolerated.", frozen.digest(), "in force since");
        assertThat(ana.get(draft).statusCode()).isEqualTo(200);
    }

    private Map<String, String> sections(String revision) {
        PolicyVersion stored = policies.inWork("paper-it").orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        stored.sections().forEach((key, text) -> fields.put("section." + key, text));
        fields.put("title", stored.title());
        fields.put("revision", revision);
        fields.put("action", "submit");
        return fields;
    }

    private static Map<String, String> fields(Lesson lesson, Answers answers) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("digest", lesson.digest(), "confirmed", "yes"));
        IntStream.range(0, answers.chosen().size()).forEach(i -> fields.put("question-" + (i + 1),
                answers.chosen().get(i).toString()));
        return fields;
    }

    private void launched(String entity) {
        if (entities.find(entity).isEmpty()) {
            entities.add(new Entity(entity, "Clinic " + entity), "admin");
        }
        training.launch(entity, "hugo");
    }

    private Visitor visitor(String person) {
        return new Visitor(port).signIn(person);
    }
}
