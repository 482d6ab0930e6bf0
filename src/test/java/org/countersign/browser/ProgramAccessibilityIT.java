package org.countersign.browser;

import org.countersign.IntegrationTest;
import org.countersign.adoption.AcceptedProgram;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepDecision;
import org.countersign.adoption.StepWork;
import org.countersign.adoption.crisis.Crises;
import org.countersign.adoption.crisis.Crisis;
import org.countersign.adoption.crisis.CrisisPlan;
import org.countersign.adoption.workgroup.Functions;
import org.countersign.adoption.workgroup.Issues;
import org.countersign.adoption.workgroup.Meeting.Resolution;
import org.countersign.adoption.workgroup.Meetings;
import org.countersign.adoption.workgroup.Roster;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;

/** The pages of the adoption program against WCAG 2.1 A and AA, on a desk and on a telephone. */
@IntegrationTest
@RequiresChromium
class ProgramAccessibilityIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Programs programs;
    @Autowired
    private Entities entities;
    @Autowired
    private StepWork work;
    @Autowired
    private Roster roster;
    @Autowired
    private Meetings meetings;
    @Autowired
    private Issues issues;

    @Test
    void theBoardAndItsStepsHaveNoBarrier() throws IOException {
        UUID id = eventful();
        try (Person evelyn = Person.signedIn("evelyn", base())) {
            evelyn.open("/program").look("page-programs");
            evelyn.page.$("#name").setValue("Clinic");
            evelyn.page.$("#entity").setValue("Not an id").pressEnter();
            evelyn.page.$("[role=alert]").shouldBe(visible);
            evelyn.look("page-programs-mistake");
            evelyn.open("/program/" + id).look("page-board");
            evelyn.page.$$("details").forEach(details -> details.$("summary").click());
            evelyn.look("page-board-open");
            evelyn.open("/program/" + id + "/steps/executive-support");
            evelyn.page.$$("details").forEach(details -> details.$("summary").click());
            evelyn.look("page-step");
        }
        try (Person ana = Person.signedIn("ana", base())) {
            ana.open("/program/" + id + "/steps/executive-support").look("page-step-author");
        }
    }

    @Test
    void theWorkgroupHasNoBarrier() throws IOException {
        UUID id = program("Harbor Vale Physicians");
        String home = "/program/" + id + "/workgroup";
        try (Functions functions = new Functions(application); Person mara = Person.signedIn("mara", base())) {
            functions.fill(id);
            roster.vacate(id, Role.SECURITY, "mara");
            roster.decline(id, Role.HR, "carl", "mara");
            UUID meeting = meetings.record(id, LocalDate.now().minusDays(3), Arrays.stream(Role.values())
                    .filter(List.of(Role.LEGAL, Role.PRIVACY, Role.COMPLIANCE, Role.RISK, Role.CLINICAL, Role.MARKETING)::contains)
                    .collect(Collectors.toMap(role -> role, functions::first)), "The charter was read.\nIt was agreed.",
                    List.of(new Resolution("Publish the moderation policy on every account", "carl", LocalDate.now().plusDays(20))),
                    "mara").id();
            UUID issue = issues.raise(id, "May unit leads keep their own pages?", "Three units asked.", "carl").id();
            mara.open(home).look("page-workgroup");
            mara.open(home + "/seats/clinical").look("page-seat");
            mara.open(home + "/meetings/new");
            mara.page.executeJavaScript("document.querySelector('main form').noValidate = true");
            mara.page.$$("button").findBy(text("Record the meeting")).click();
            mara.page.$("[role=alert]").shouldBe(visible);
            mara.look("page-record-meeting");
            mara.open(home + "/meetings/" + meeting).look("page-meeting");
            mara.open(home + "/issues/" + issue).look("page-issue");
        }
    }

    @Test
    void theCrisisPageHasNoBarrier() throws IOException {
        CrisisPlan plan = application.getBean(CrisisPlan.class);
        plan.propose("First hour", "We are aware of the situation and will tell more on this page at every full hour.", "noah");
        plan.propose("Network outage", "Our network is down. Emergency care goes on.", "lena");
        plan.approve(plan.statements().get(0).id(), "pia");
        plan.drill(LocalDate.now().minusDays(40), "Outage of all accounts", "Roster reached in 12 minutes.", "noah");
        Crises crises = application.getBean(Crises.class);
        crises.end(crises.declare(2, "weather", "noah").id(), "lena");
        try (Person pia = Person.signedIn("pia", base())) {
            pia.open("/program/crisis").look("page-crisis");
            Crisis crisis = crises.declare(3, "cyber-outage", "lena");
            pia.open("/program/crisis").look("page-crisis-declared");
            pia.page.$$("button").findBy(text("Confirm the crisis")).click();
            pia.page.$$("button").findBy(text("End the crisis")).shouldBe(visible);
            pia.open("/program").look("page-programs-crisis");
            crises.end(crisis.id(), "pia");
        }
    }

    /** A program with a step in every state that a board can show. */
    private UUID eventful() {
        String entity = "ax-" + UUID.randomUUID().toString().substring(0, 8);
        AcceptedProgram program = AcceptedProgram.of(entities.add(new Entity(entity, "Harbor Vale Clinics " + entity), "admin")
                .id(), application);
        UUID id = programs.ofEntity(entity).orElseThrow().id();
        work.begin(id, Step.EXECUTIVE_SUPPORT);
        work.attach(id, Step.EXECUTIVE_SUPPORT, "business-case", "Business case", Map.of("Goals", "Answer patients' questions "
                + "where they ask them", "Budget", Map.of("Staff", "1.5", "Tools", "12,000 USD")), "mara");
        program.lapsed(Step.RECORDS, Duration.ofDays(3));
        work.begin(id, Step.RECORDS);
        refused(id, Step.CONTENT_STRATEGY);
        work.begin(id, Step.REVIEW_PROCESS);
        work.attach(id, Step.REVIEW_PROCESS, "table-sign-off-legal", "Decision tables", Map.of("Version", "3"), "lena");
        work.submit(id, Step.REVIEW_PROCESS, true);
        work.decide(id, Step.REVIEW_PROCESS, new StepDecision.Waive("The dry run is next week.", LocalDate.now().plusDays(20)),
                "evelyn");
        return id;
    }

    private void refused(UUID id, Step step) {
        work.begin(id, step);
        work.submit(id, step, true);
        work.decide(id, step, new StepDecision.Refuse("No library before the rights are known."), "mara");
    }

    private UUID program(String name) {
        String entity = "ax-" + UUID.randomUUID().toString().substring(0, 8);
        return programs.start(entities.add(new Entity(entity, name + " " + entity), "admin").id(), "mara").id();
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
