package org.countersign.adoption.web;

import org.countersign.IntegrationTest;
import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.workgroup.Functions;
import org.countersign.adoption.workgroup.Issues;
import org.countersign.adoption.workgroup.Meetings;
import org.countersign.adoption.workgroup.Roster;
import org.countersign.adoption.workgroup.Seat;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of the workgroup over HTTP: the chair writes, members read and raise issues, all others stay outside.
 */
@IntegrationTest
class WorkgroupPagesIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Programs programs;
    @Autowired
    private Entities entities;
    @Autowired
    private Roster roster;
    @Autowired
    private Meetings meetings;
    @Autowired
    private Issues issues;

    private Functions functions;
    private Program program;
    private String home;

    @BeforeEach
    void foundProgram() {
        functions = new Functions(application);
        String id = "wp-" + UUID.randomUUID().toString().substring(0, 8);
        program = programs.start(entities.add(new Entity(id, "Clinic " + id), "admin").id(), "mara");
        home = "/program/" + program.id() + "/workgroup";
    }

    @AfterEach
    void leave() {
        roster.vacate(program.id(), Role.HR, "mara");
        functions.close();
    }

    @Test
    void theChairFillsASeatAndAMistakeLosesNothing() {
        Visitor mara = new Visitor(port).signIn("mara");
        String seat = home + "/seats/hr";
        Map<String, String> typed = Map.of("act", "seat", "member", "hugo", "memberDeclared", "2026-02-30",
                "memberQualification", "Kept <i>", "delegate", Functions.second(Role.HR), "delegateDeclared", "2026-01-02",
                "delegateQualification", "");
        HttpResponse<String> refused = mara.submit(seat, seat, typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter days like", "Kept &lt;i&gt;", "2026-01-02", "selected=\"selected\">Hugo Petrov");

        Map<String, String> mended = new HashMap<>(typed);
        mended.put("memberDeclared", "2026-02-28");
        assertThat(mara.submit(seat, seat, mended).statusCode()).isEqualTo(302);
        assertThat(seat().member()).isEqualTo(new Seat.Sitter("hugo", LocalDate.of(2026, 2, 28), "Kept <i>"));
        assertThat(mara.get(home).body()).contains("Filled", "Hugo Petrov", "Second Human resources");

        assertThat(mara.submit(seat, seat, Map.of("act", "decline", "answeredBy", "carl")).statusCode()).isEqualTo(302);
        assertThat(mara.get(home).body()).contains("Declined, answered for", "Carl Ndiaye");
        assertThat(mara.submit(seat, seat, Map.of("act", "vacate")).statusCode()).isEqualTo(302);
        assertThat(seat().vacantSince()).isNotNull();
    }

    @Test
    void theChairRecordsAMeetingAndMembersReadIt() {
        functions.fill(program.id());
        Visitor mara = new Visitor(port).signIn("mara");
        Map<String, String> typed = new HashMap<>(Map.of("heldOn", LocalDate.now().minusDays(1).toString(),
                "minutes", "", "present.legal", "lena", "present.privacy", "pia",
                "decision.1.text", "Close <old> page", "decision.1.owner", "lena", "decision.1.due", "2027-01-31"));
        HttpResponse<String> refused = mara.submit(home + "/meetings/new", home + "/meetings", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Enter minutes", "Close &lt;old&gt; page", "2027-01-31");
        assertThat(meetings.of(program.id())).isEmpty();

        typed.put("minutes", "We met & spoke.");
        String meeting = Visitor.location(mara.submit(home + "/meetings/new", home + "/meetings", typed));
        Visitor hugo = new Visitor(port).signIn("hugo");
        assertThat(hugo.get(meeting.replaceFirst("http://[^/]+", "")).body()).contains("We met &amp; spoke.",
                "Close &lt;old&gt; page", "Lena Brandt", "Jan 31, 2027", "had no quorum", "Recorded by", "Mara Sato");
        assertThat(hugo.get(home).body()).contains("No quorum", "1 decision").doesNotContain("Record a meeting");
        assertThat(hugo.get(home + "/meetings/new").statusCode()).isEqualTo(403);
        assertThat(hugo.submit(home, home + "/meetings", typed).statusCode()).isEqualTo(403);
    }

    @Test
    void everyMemberRaisesAnIssueAndTheChairNotesTheDecision() {
        functions.fill(program.id());
        Visitor hugo = new Visitor(port).signIn("hugo");
        HttpResponse<String> refused = hugo.submit(home, home + "/issues", Map.of("title", " ", "description", "Kept <u>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Give the issue a title", "Kept &lt;u&gt;");
        assertThat(hugo.submit(home, home + "/issues", Map.of("title", "Kept title", "description", "")).body())
                .contains("value=\"Kept title\"");
        assertThat(hugo.get(home).body()).contains("name=\"title\" maxlength=\"200\" required value=\"\"");
        assertThat(hugo.submit(home, home + "/issues", Map.of("title", "Own accounts", "description", "Whose?")).statusCode())
                .isEqualTo(302);

        String issue = home + "/issues/" + issues.of(program.id()).get(0).id();
        assertThat(hugo.get(issue).body()).contains("Whose?", "Open").doesNotContain("Note the decision");
        assertThat(hugo.submit(home, issue, Map.of("decision", "Mine")).statusCode()).isEqualTo(403);
        Visitor mara = new Visitor(port).signIn("mara");
        assertThat(mara.submit(issue, issue, Map.of("decision", "")).statusCode()).isEqualTo(422);
        assertThat(mara.submit(issue, issue, Map.of("decision", "Of the hospital.")).statusCode()).isEqualTo(302);
        assertThat(hugo.get(issue).body()).contains("Of the hospital.", "Decided");
    }

    @Test
    void whoDoesNotBelongStaysOutsideEvenRightAfterLeavingTheRole() {
        functions.fill(program.id());
        assertThat(new Visitor(port).signIn("ana").get(home).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).signIn("noah").submit("/program", home + "/issues",
                Map.of("title", "A", "description", "B")).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).signIn("evelyn").get(home).statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).signIn("evelyn").get(home + "/seats/hr").statusCode()).isEqualTo(403);

        Visitor second = new Visitor(port).signIn(Functions.second(Role.HR));
        assertThat(second.get(home).statusCode()).isEqualTo(200);
        functions.leave(Functions.second(Role.HR), Role.HR);
        assertThat(second.get(home).statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).signIn("mara").get(home).body()).contains("Delegate missing");
    }

    private Seat seat() {
        return roster.seats(program.id()).stream().filter(seat -> seat.role() == Role.HR).findFirst().orElseThrow();
    }
}
