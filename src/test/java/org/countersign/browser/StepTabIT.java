package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.adoption.Programs;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static org.assertj.core.api.Assertions.assertThat;

/** The tasks of a step in Tasklist: the form, and beside it the tab on which evidence is read and signed. */
@IntegrationTest
@RequiresChromium
class StepTabIT {

    private static final String FIELD = ".fjs-container .fjs-form-field";

    @LocalServerPort
    private int port;
    @Autowired
    private Programs programs;
    @Autowired
    private Entities entities;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ManagementService management;
    @Autowired
    private IdentityService identities;
    private String clinic;
    private UUID program;

    @BeforeEach
    void startAProgram() {
        String id = "tab-" + UUID.randomUUID().toString().substring(0, 8);
        clinic = "Clinic " + id;
        entities.add(new Entity(id, clinic), "admin");
        program = programs.start(id, "admin").id();
    }

    @Test
    void whoPreparesAStepSeesTheFormAndTheStepAndNoPost() throws IOException {
        try (Person mara = Person.signedIn("mara", "http://localhost:" + port)) {
            SelenideDriver page = open(mara, "Marketing", "Write the business case");
            page.$(FIELD + "-textarea").shouldBe(visible);
            mara.look("step-form", 2600);
            tab(page, "Post");
            page.$(".task-details").shouldHave(
                    text("This task is not about a post. What belongs to it is in the tab Step."));
            tab(page, "Step");
            page.switchTo().frame(page.$("iframe[title=Step]").shouldBe(visible));
            page.$("main").shouldHave(text("Step 1: Executive support")).shouldHave(text(clinic))
                    .shouldHave(text("\"Business case\" is not attached."));
            page.$("input[type=password]").shouldNot(exist);
            page.switchTo().defaultContent();
            assertThat(mara.trouble()).isEmpty();
        }
    }

    @Test
    void aSponsorReadsTheEvidenceAndSignsBesideTheForm() throws IOException {
        prepare("businessCase", Map.of("goals", "Reach families", "accounts", "One page",
                "backCatalogue", "Two pictures", "budget", 120000, "staff", 1.5, "hours", "Monday to Friday",
                "risks", "Replies", "nextReview", "2027-11-01"));
        prepare("riskAppetite", Map.of("entities", "The hospital", "excluded", "Part 2 programs",
                "appetite", "Moderate: with review before posting", "reviews", "No replies to reviews",
                "never", "Patient stories"));
        try (Person evelyn = Person.signedIn("evelyn", "http://localhost:" + port)) {
            SelenideDriver page = open(evelyn, "Executive", "Sign the sponsorship");
            page.$$("button").findBy(exactText("Claim")).click();
            page.$$("button").findBy(exactText("Claim")).should(disappear);
            tab(page, "Step");
            page.switchTo().frame(page.$("iframe[title=Step]").shouldBe(visible));
            page.$$("details.piece summary").findBy(text("Business case")).click();
            page.$("dd").shouldBe(visible);
            page.$("#meaning").setValue("I sponsor this program as chief executive");
            page.$("#password").setValue(Visitor.PASSWORD);
            page.$$("button").findBy(text("Sign")).click();
            page.$("[role=status]").shouldHave(text("You signed this evidence"))
                    .shouldHave(text("I sponsor this program as chief executive"));
            page.switchTo().defaultContent();
            evelyn.look("step-tab", 1400);

            evelyn.open("/program/tasks/" + task("sponsorship").getId());
            page.$("input[type=password]").shouldNot(exist);
            page.$$("details.piece summary").findBy(text("Business case")).click();
            evelyn.look("page-step");
            assertThat(evelyn.trouble()).isEmpty();
        }
    }

    private SelenideDriver open(Person person, String role, String task) {
        SelenideDriver page = person.page;
        page.open("/camunda/app/tasklist/default/");
        page.$$(".task-filter .name").findBy(text(role + ": waiting")).click();
        page.$$(".tasks-list .task").findBy(text("Step 1: " + task + " (" + clinic + ")")).shouldBe(visible).click();
        return page;
    }

    private static void tab(SelenideDriver page, String label) {
        page.$$(".nav-tabs a").findBy(text(label)).click();
    }

    private void prepare(String taskKey, Map<String, Object> answers) {
        identities.setAuthentication("mara", List.of("marketing"));
        try {
            String id = task(taskKey).getId();
            tasks.claim(id, "mara");
            tasks.complete(id, answers);
        } finally {
            identities.clearAuthentication();
        }
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(program.toString()).list().forEach(instance ->
                management.createJobQuery().processInstanceId(instance.getId()).messages().list()
                        .forEach(job -> management.executeJob(job.getId())));
    }

    private Task task(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(program.toString()).taskDefinitionKey(key)
                .singleResult();
    }
}
