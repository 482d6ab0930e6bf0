package org.countersign.adoption.crisis;

import org.countersign.IntegrationTest;
import org.countersign.adoption.StepRefused;
import org.countersign.businesstime.BusinessClock;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who declares, confirms and ends a crisis, and what is kept of it, on the real database and over HTTP.
 */
@IntegrationTest
class CrisisIT {

    @LocalServerPort
    private int port;
    @Autowired
    private Crises crises;
    @Autowired
    private CrisisPlan plan;
    @Autowired
    private BusinessClock business;
    @Autowired
    private Ledger ledger;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ZoneId zone;

    @AfterEach
    void endAll() {
        crises.all().stream().filter(crisis -> !crisis.ended()).forEach(crisis -> crises.end(crisis.id(), "evelyn"));
    }

    @Test
    void theHighestLevelIsInForceOnlyWhenASecondPersonConfirmedIt() {
        Crisis crisis = crises.declare(3, "cyber-outage", "noah");
        assertThat(crises.inForce()).isEmpty();
        refused(() -> crises.confirm(crisis.id(), "noah"), "somebody else of the team must confirm");
        refused(() -> crises.confirm(crisis.id(), "ana"), "Only the crisis team");

        crises.confirm(crisis.id(), "lena");

        assertThat(crises.inForce()).get().returns("lena", Crisis::confirmedBy);
        refused(() -> crises.confirm(crisis.id(), "pia"), "confirmed or ended meanwhile");
        crises.end(crisis.id(), "pia");
        assertThat(crises.inForce()).isEmpty();
        assertThat(ledger.stream(crisis.id())).extracting(LedgerRecord::kind)
                .containsExactly("crisis.declared", "crisis.confirmed", "crisis.ended");
    }

    @Test
    void oneCrisisGoesOnAtATime() {
        Crisis crisis = crises.declare(1, "weather", "evelyn");
        assertThat(crises.inForce()).get().returns(crisis.id(), Crisis::id);
        refused(() -> crises.declare(2, "strike", "lena"), "goes on already");
        refused(() -> crises.confirm(crisis.id(), "lena"), "needs no confirmation");
        crises.end(crisis.id(), "lena");
        refused(() -> crises.end(crisis.id(), "lena"), "ended already");
        refused(() -> crises.declare(4, "weather", "lena"), "Choose a level");
        refused(() -> crises.declare(1, "boredom", "lena"), "Choose a level");
        refused(() -> crises.declare(1, "weather", "ana"), "Only the crisis team");
    }

    @Test
    void aReportIsDueTenBusinessDaysAfterACrisisThatWasInForce() {
        Crisis crisis = crises.declare(2, "strike", "evelyn");
        refused(() -> crises.report(crisis.id(), "Too early", "evelyn"), "wants no report");
        crises.end(crisis.id(), "evelyn");

        Crisis ended = find(crisis.id());
        assertThat(ended.afterActionDue())
                .isEqualTo(business.deadline(ended.endedAt(), 10, BusinessClock.Unit.BUSINESS_DAYS).due());
        refused(() -> crises.report(crisis.id(), " ", "lena"), "Write what happened");
        crises.report(crisis.id(), "The roster was wrong.", "lena");
        refused(() -> crises.report(crisis.id(), "Again", "lena"), "has its report");
        assertThat(find(crisis.id()).afterAction()).isEqualTo("The roster was wrong.");

        Crisis withdrawn = crises.declare(3, "weather", "evelyn");
        crises.end(withdrawn.id(), "evelyn");
        assertThat(find(withdrawn.id()).reportOpen()).isFalse();
    }

    @Test
    void twoPeopleStandForAStatementForTwoYears() {
        String title = "First hour " + UUID.randomUUID();
        plan.propose(title, "We are aware.", "noah");
        UUID id = statement(title).id();
        refused(() -> plan.approve(id, "noah"), "Somebody else");
        plan.approve(id, "pia");
        assertThat(statement(title)).returns("pia", CrisisPlan.Statement::approvedBy)
                .returns(LocalDate.now(zone).plusMonths(24), CrisisPlan.Statement::reviewBy);
        plan.retire(id, "lena");
        assertThat(plan.statements()).noneMatch(one -> one.id().equals(id));
        assertThat(ledger.stream(id)).extracting(LedgerRecord::kind)
                .containsExactly("statement.proposed", "statement.approved", "statement.retired");
    }

    @Test
    void aDrillIsKeptAsItWas() {
        plan.drill(LocalDate.now(zone), "Outage", "Twelve minutes.", "noah");
        UUID id = plan.drills().get(0).id();
        assertThatThrownBy(() -> jdbc.sql("delete from crisis_drill where id = ?").param(id).update())
                .hasMessageContaining("crisis_drill");
        refused(() -> plan.drill(LocalDate.now(zone).plusDays(2), "Outage", "Text", "noah"), "Enter the day");
    }

    @Test
    void thePageIsForTheTeamAndLosesNothingThatWasTyped() {
        String page = "/program/crisis";
        Visitor noah = new Visitor(port).signIn("noah");
        assertThat(noah.get(page).body()).contains("Declare a crisis", "Holding statements");
        assertThat(new Visitor(port).signIn("ana").get(page).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).signIn("carl").submit("/program", page, Map.of("level", "1", "cause", "weather"))
                .statusCode()).isEqualTo(403);

        HttpResponse<String> mistake = noah.submit(page, page + "/statements", Map.of("heading", "", "wording", "Kept <b>"));
        assertThat(mistake.statusCode()).isEqualTo(422);
        assertThat(mistake.body()).contains("Give the statement a title", "Kept &lt;b&gt;");
        HttpResponse<String> day = noah.submit(page, page + "/drills", Map.of("heldOn", "soon", "scenario", "Kept scenario",
                "findings", "Kept findings"));
        assertThat(day.body()).contains("Enter days like", "Kept scenario", "Kept findings");

        assertThat(noah.submit(page, page, Map.of("level", "3", "cause", "outbreak")).statusCode()).isEqualTo(302);
        assertThat(noah.get(page).body()).contains("not in force").doesNotContain("Confirm the crisis");
        assertThat(new Visitor(port).signIn("ana").get("/program").body()).doesNotContain("A crisis is in force");
        Visitor lena = new Visitor(port).signIn("lena");
        String crisis = page + "/" + crises.all().get(0).id();
        assertThat(lena.get(page).body()).contains("Confirm the crisis");
        assertThat(lena.submit(page, crisis + "/confirm", Map.of()).statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).signIn("ana").get("/program").body()).contains("A crisis is in force", "Outbreak, level 3");
        assertThat(lena.submit(page, crisis + "/end", Map.of()).statusCode()).isEqualTo(302);
        HttpResponse<String> report = lena.submit(page, crisis + "/report", Map.of("report", " "));
        assertThat(report.statusCode()).isEqualTo(422);
        assertThat(report.body()).contains("Write what happened");
    }

    private Crisis find(UUID id) {
        return crises.all().stream().filter(crisis -> crisis.id().equals(id)).findFirst().orElseThrow();
    }

    private CrisisPlan.Statement statement(String title) {
        return plan.statements().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
    }

    private static void refused(Runnable act, String reason) {
        assertThatExceptionOfType(StepRefused.class).isThrownBy(act::run).withMessageContaining(reason);
    }
}
