package org.countersign.adoption.web;

import org.countersign.IntegrationTest;
import org.countersign.adoption.AcceptedProgram;
import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepDecision;
import org.countersign.adoption.StepWork;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of programs, the board and the page of a step over HTTP: who sees what, and what is refused.
 */
@IntegrationTest
class ProgramPagesIT {

    private static final String SECRET = "Grow reach by a third";

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Programs programs;
    @Autowired
    private StepWork work;
    @Autowired
    private Entities entities;

    private String entity;

    @BeforeEach
    void nameEntity() {
        entity = "pp-" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void anExecutiveAddsAnEntityAndItsProgramTogether() {
        Visitor evelyn = new Visitor(port).signIn("evelyn");
        HttpResponse<String> answer = evelyn.submit("/program", "/program", Map.of("name", "Clinic " + entity, "entity", entity));

        Program program = programs.ofEntity(entity).orElseThrow();
        assertThat(Visitor.location(answer)).endsWith("/program/" + program.id());
        assertThat(evelyn.get("/program/" + program.id()).body()).contains("Clinic " + entity, "Not started",
                "Executive support", "Feedback to executives", "3 things are missing", "Marketing", "Mara Sato");
        assertThat(evelyn.get("/program").body()).contains("Clinic " + entity, "0 of 8 steps stand");
    }

    @Test
    void aMistakeIsToldAndLosesNothing() {
        Visitor mara = new Visitor(port).signIn("mara");
        HttpResponse<String> answer = mara.submit("/program", "/program", Map.of("name", "Kept <b>", "entity", "Not An Id"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("short id of lower-case letters", "Kept &lt;b&gt;", "Not An Id");

        entities.add(new Entity(entity, "Taken " + entity), "admin");
        HttpResponse<String> twice = mara.submit("/program", "/program", Map.of("name", "Other", "entity", entity));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("There is an entity with this id or name already.");
        assertThat(programs.ofEntity(entity)).isEmpty();

        assertThat(mara.submit("/program", "/program/start", Map.of("entity", entity)).statusCode()).isEqualTo(302);
        assertThat(mara.submit("/program", "/program/start", Map.of("entity", entity)).body())
                .contains("This entity has its program already.");
        assertThat(mara.submit("/program", "/program/start", Map.of("entity", "no-such")).statusCode()).isEqualTo(422);
    }

    @Test
    void onlyAdministratorsExecutivesAndMarketingStartAProgram() {
        Visitor ana = new Visitor(port).signIn("ana");
        assertThat(ana.get("/program").body()).doesNotContain("Add an entity");
        assertThat(ana.submit("/program", "/program", Map.of("name", "X", "entity", entity)).statusCode()).isEqualTo(403);
        assertThat(ana.submit("/program", "/program/start", Map.of("entity", entity)).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).signIn("admin").get("/program").body()).contains("Add an entity");
        assertThat(new Visitor(port).get("/program").statusCode()).isEqualTo(302);
    }

    @Test
    void everybodyReadsTheBoardAndFewReadWhatWasAttached() {
        Program program = begun();
        String step = "/program/" + program.id() + "/steps/executive-support";

        for (String reader : List.of("mara", "evelyn", "lena", "pia", "carl", "beth", "admin")) {
            assertThat(new Visitor(port).signIn(reader).get(step).body()).as(reader).contains("Business case", SECRET);
        }
        Visitor ana = new Visitor(port).signIn("ana");
        assertThat(ana.get(step).body()).contains("Business case", "Mara Sato", "SHA-256").doesNotContain(SECRET);
        assertThat(ana.get("/program/" + program.id()).body()).contains("In progress").doesNotContain(SECRET);
        assertThat(new Visitor(port).signIn("noah").get(step).body()).doesNotContain(SECRET);
        work.begin(program.id(), Step.MONITORING);
        work.attach(program.id(), Step.MONITORING, "monitoring-plan", "Monitoring plan", Map.of("Hours", SECRET), "mara");
        assertThat(new Visitor(port).signIn("noah").get("/program/" + program.id() + "/steps/monitoring").body())
                .as("media relations owns this step").contains(SECRET);
    }

    @Test
    void theStepShowsEveryRoundAndEveryDecisionInOrder() {
        Program program = begun();
        UUID id = program.id();
        assertThat(work.submit(id, Step.EXECUTIVE_SUPPORT, true)).isNotEmpty();
        work.decide(id, Step.EXECUTIVE_SUPPORT, new StepDecision.Return("The funding is not named"), "evelyn");
        work.submit(id, Step.EXECUTIVE_SUPPORT, true);
        work.decide(id, Step.EXECUTIVE_SUPPORT, new StepDecision.Waive("Start small", LocalDate.now().plusDays(30)), "evelyn");
        work.begin(id, Step.EXECUTIVE_SUPPORT);
        work.attach(id, Step.EXECUTIVE_SUPPORT, "business-case", "Business case", Map.of("Goals", "Second try"), "mara");

        String page = new Visitor(port).signIn("carl").get("/program/" + id + "/steps/executive-support").body();
        assertThat(page).contains("Round 1", "Round 2", SECRET, "Second try", "Waived", "Start small");
        assertThat(page).containsSubsequence("opened a round of work", "submitted the step although", "returned the step",
                "The funding is not named", "waived the step until", "Start small", "opened a round of work");
        assertThat(new Visitor(port).signIn("ana").get("/program/" + id).body()).contains("New round in progress since",
                "Waived", "Start small");
    }

    @Test
    void whatHasLapsedIsMarkedOverdueOnTheBoardAndInTheTable() {
        AcceptedProgram.of(entities.add(new Entity(entity, "=Lapsed, " + entity), "admin").id(), application)
                .lapsed(Step.RECORDS, Duration.ofDays(3));
        UUID id = programs.ofEntity(entity).orElseThrow().id();
        Visitor ana = new Visitor(port).signIn("ana");

        assertThat(ana.get("/program/" + id).body()).containsOnlyOnce(">Overdue<").contains("Lapsed", "Not renewed.",
                "Next review");
        assertThat(ana.get("/program").body()).contains("7 of 8 steps stand", "1 overdue");
        HttpResponse<String> csv = ana.get("/program/" + id + "/board.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().split("\r\n")).hasSize(9).satisfies(lines -> {
            assertThat(lines[0]).startsWith("Number,Step,State,Since");
            assertThat(lines[5]).startsWith("5,Records in case of litigation,Lapsed,").endsWith(",yes");
        });
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        Visitor ana = new Visitor(port).signIn("ana");
        assertThat(ana.get("/program/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(ana.get("/program/" + begun().id() + "/steps/no-such-step").statusCode()).isEqualTo(404);
    }

    private Program begun() {
        Program program = programs.start(entities.add(new Entity(entity, "Clinic " + entity), "admin").id(), "mara");
        work.begin(program.id(), Step.EXECUTIVE_SUPPORT);
        work.attach(program.id(), Step.EXECUTIVE_SUPPORT, "business-case", "Business case", Map.of("Goals", SECRET), "mara");
        return program;
    }
}
