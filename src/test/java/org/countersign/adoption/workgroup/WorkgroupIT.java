package org.countersign.adoption.workgroup;

import org.countersign.IntegrationTest;
import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepCheck;
import org.countersign.adoption.StepDecision;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.StepStanding;
import org.countersign.adoption.StepState;
import org.countersign.adoption.StepWork;
import org.countersign.adoption.workgroup.Meeting.Resolution;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countersign.adoption.workgroup.Functions.second;
import static org.countersign.adoption.workgroup.Functions.sitter;

/**
 * Seats, meetings, issues and the lapse of the step, on the real directory and database.
 */
@IntegrationTest
class WorkgroupIT {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Programs programs;
    @Autowired
    private StepWork work;
    @Autowired
    private Entities entities;
    @Autowired
    private Roster roster;
    @Autowired
    private Meetings meetings;
    @Autowired
    private Issues issues;
    @Autowired
    private WorkgroupRules charter;
    @Autowired
    private MeetingRhythm rhythm;
    @Autowired
    private Directory people;
    @Autowired
    private Ledger ledger;
    @Autowired
    private List<StepCheck> checks;
    @Autowired
    private PlatformTransactionManager transactions;
    @Autowired
    private ZoneId zone;
    @Autowired
    private JdbcClient jdbc;

    private Functions functions;
    private Program program;

    @BeforeEach
    void foundProgram() {
        functions = new Functions(application);
        String id = "wg-" + UUID.randomUUID().toString().substring(0, 8);
        program = programs.start(entities.add(new Entity(id, "Workgroup " + id), "admin").id(), "mara");
    }

    @AfterEach
    void leave() {
        functions.close();
    }

    @Test
    void whoeverTakesASeatJoinsTheGroupAndWhoeverLosesTheLastOneLeavesIt() {
        functions.fill(program.id(), Role.HR);
        assertThat(members()).contains("hugo", second(Role.HR));
        assertThat(roster.belongs(program.id(), "hugo")).isTrue();

        roster.vacate(program.id(), Role.HR, "mara");

        assertThat(members()).doesNotContain("hugo", second(Role.HR));
        assertThat(seat(Role.HR)).satisfies(seat -> {
            assertThat(roster.state(seat)).isEqualTo(SeatState.VACANT);
            assertThat(seat.vacantSince()).isNotNull();
        });
        assertThat(kinds()).contains("seat.taken", "seat.vacated");
    }

    @Test
    void aSeatIsRefusedToWhoeverCannotFillIt() {
        refused(Role.HR, "lena", null, "The member must hold the role Human resources.");
        refused(Role.HR, "hugo", "lena", "The delegate must hold the role Human resources.");
        refused(Role.HR, "hugo", "hugo", "The delegate must be somebody else than the member.");
        refused(Role.HR, "nobody-of-that-name", null, "The member must hold the role");
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> roster.seat(program.id(), Role.HR,
                new Seat.Sitter("hugo", LocalDate.now().plusDays(2), ""), null, "mara")).withMessageContaining("future");
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> roster.seat(program.id(), Role.HR,
                new Seat.Sitter("hugo", null, ""), null, "mara")).withMessageContaining("declared conflicts");
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> roster.seat(program.id(), Role.CLINICAL,
                new Seat.Sitter("clara", LocalDate.of(2026, 1, 1), " "), null, "mara"))
                .withMessage("States of licensure of the member must be named.");
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> roster.seat(program.id(), Role.MEDIA, sitter("noah"),
                null, "mara")).withMessage("The charter has no seat for Media relations.");
        assertThat(roster.seats(program.id())).allSatisfy(seat -> assertThat(seat.member()).isNull());
    }

    @Test
    void aFunctionThatDeclinesNamesWhoAnswersUnlessItHoldsAVeto() {
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(() -> roster.decline(program.id(), Role.LEGAL, "carl", "mara"))
                .withMessage("Legal holds a veto and cannot decline its seat.");
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(() -> roster.decline(program.id(), Role.SECURITY, "", "mara"))
                .withMessageContaining("Choose who answers");

        functions.fill(program.id());
        roster.decline(program.id(), Role.SECURITY, "carl", "mara");

        assertThat(roster.state(seat(Role.SECURITY))).isEqualTo(SeatState.DECLINED);
        assertThat(check("seats-filled")).satisfies(result -> {
            assertThat(result.passed()).isTrue();
            assertThat(result.figures()).containsEntry("Information security", "Declined, answered for: Carl Ndiaye");
        });
    }

    @Test
    void theStepNeedsEverySeatAndAMeetingWithAQuorum() {
        functions.fill(program.id());
        assertThat(check("seats-filled").passed()).isTrue();
        roster.seat(program.id(), Role.RISK, sitter("rita"), null, "mara");
        assertThat(check("seats-filled").sentence())
                .isEqualTo("Fill these seats on the page of the workgroup: Risk and patient safety (delegate missing).");

        assertThat(check("meeting-with-quorum").passed()).isFalse();
        record(today().minusDays(4), Role.PRIVACY);
        assertThat(check("meeting-with-quorum").passed()).as("privacy was not there").isFalse();
        record(today().minusDays(3), Role.HR);
        assertThat(check("meeting-with-quorum").passed()).isTrue();
    }

    @Test
    void anOldMeetingIsNotEnough() {
        functions.fill(program.id());
        record(today().minusDays(100), null);
        assertThat(check("meeting-with-quorum").sentence()).contains("too long ago");
    }

    @Test
    void aMeetingIsKeptAsItWasAndRecordedOnce() {
        functions.fill(program.id());
        Meeting meeting = meetings.record(program.id(), today(), present(null), "We met.\nWe agreed.",
                List.of(new Resolution("Close the old account", "carl", today().plusDays(10)),
                        new Resolution("Nothing else", null, null)), "mara");

        assertThat(meetings.find(program.id(), meeting.id())).get().usingRecursiveComparison()
                .ignoringFields("recordedAt").isEqualTo(meeting);
        assertThat(meeting.quorate()).isTrue();
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> meetings.record(program.id(), today(), present(null),
                "Again", List.of(), "mara")).withMessageContaining("Records are not changed");
        assertThatThrownBy(() -> jdbc.sql("update workgroup_meeting set minutes = 'other' where id = ?").param(meeting.id())
                .update()).isInstanceOf(DataAccessException.class);
        LedgerRecord kept = ledger.stream(program.id()).stream().filter(record -> record.kind().equals("meeting.recorded"))
                .reduce((one, other) -> other).orElseThrow();
        assertThat(kept.actor().id()).isEqualTo("mara");
        assertThat(kept.payload().path("decisions").get(0).path("owner").asText()).isEqualTo("carl");
    }

    @Test
    void aMeetingIsRefusedWithoutADayMinutesOrPeopleOfTheSeats() {
        functions.fill(program.id());
        meetingRefused(null, present(null), "Minutes", "Enter the day");
        meetingRefused(today().plusDays(2), present(null), "Minutes", "Enter the day");
        meetingRefused(today(), Map.of(), "Minutes", "Say who was present.");
        meetingRefused(today(), present(null), " ", "Enter minutes");
        meetingRefused(today(), Map.of(Role.HR, "lena"), "Minutes", "can only be represented by its member or delegate");
        roster.decline(program.id(), Role.HR, "carl", "mara");
        meetingRefused(today(), Map.of(Role.HR, "carl", Role.COMPLIANCE, "carl"), "Minutes", "Nobody represents two seats");
        assertThat(meetings.of(program.id())).isEmpty();
    }

    @Test
    void anIssueIsDecidedOnce() {
        Issue issue = issues.raise(program.id(), "Name of the page", "May the page use the name?", "hugo");
        issues.decide(program.id(), issue.id(), "Yes.", "mara");
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(() -> issues.decide(program.id(), issue.id(), "No.", "mara")).withMessageContaining("already");
        assertThat(issues.of(program.id())).singleElement().returns("Yes.", Issue::decision).returns(false, Issue::open);
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> issues.raise(program.id(), "", "Text", "hugo"));
        assertThat(kinds()).contains("issue.raised", "issue.decided");
    }

    @Test
    void aSeatThatSomebodyLeftInAdminLetsTheStepLapseAfterThirtyDays() {
        acceptedStep();
        String legal = functions.first(Role.LEGAL);
        roster.seat(program.id(), Role.LEGAL, sitter(second(Role.LEGAL)), sitter(legal), "mara");

        functions.dismiss(second(Role.LEGAL));
        look(Duration.ofMinutes(1));
        Instant vacant = seat(Role.LEGAL).vacantSince();
        assertThat(vacant).isNotNull();
        assertThat(kinds()).contains("seat.found-vacant");

        look(Duration.ofDays(29));
        assertThat(step().lapsedFrom()).isNull();
        look(Duration.ofDays(31));
        look(Duration.ofDays(32));

        assertThat(step()).satisfies(step -> {
            assertThat(step.lapsedFrom()).isEqualTo(vacant.plus(Duration.ofDays(30)));
            assertThat(step.reason()).isEqualTo("The mandatory seat Legal has been vacant for more than 30 days.");
            assertThat(step.state(Instant.now().plus(Duration.ofDays(31)))).isEqualTo(StepState.LAPSED);
        });
        assertThat(kinds().stream().filter("step.lapsed"::equals)).hasSize(1);
        assertThat(mails()).singleElement().satisfies(mail -> assertThat(mail).contains("Workgroup", "program "));
    }

    @Test
    void twoMissedMeetingsLetTheStepLapseAndOneDoesNot() {
        acceptedStep();
        Instant lapse = rhythm.lapse(program.id(), today());
        assertThat(lapse).isEqualTo(today().plusMonths(2).plusDays(1).atStartOfDay(zone).toInstant());

        lookAt(lapse.minusSeconds(60));
        assertThat(step().lapsedFrom()).isNull();
        lookAt(lapse.plusSeconds(60));
        assertThat(step().lapsedFrom()).isEqualTo(lapse);
        assertThat(step().reason()).startsWith("2 meetings with a quorum in a row were missed");
    }

    @Test
    void aSeatThatIsFilledAgainInTimeKeepsTheStep() {
        acceptedStep();
        roster.vacate(program.id(), Role.HR, "mara");
        look(Duration.ofDays(1));
        functions.fill(program.id(), Role.HR);
        look(Duration.ofDays(31));
        assertThat(seat(Role.HR).vacantSince()).isNull();
        assertThat(step().lapsedFrom()).isNull();
    }

    private void acceptedStep() {
        functions.fill(program.id());
        record(today(), null);
        work.begin(program.id(), Step.WORKGROUP);
        work.attach(program.id(), Step.WORKGROUP, "charter", "Charter", Map.of("Purpose", "Review issues"), "mara");
        assertThat(work.submit(program.id(), Step.WORKGROUP, false)).isEmpty();
        work.decide(program.id(), Step.WORKGROUP, new StepDecision.Accept("I stand for it"), "evelyn");
        assertThat(step().state(Instant.now())).isEqualTo(StepState.ACCEPTED);
    }

    private void look(Duration later) {
        lookAt(Instant.now().plus(later));
    }

    private void lookAt(Instant moment) {
        new WorkgroupWatch(programs, work, roster, meetings, rhythm, charter, transactions, zone, Clock.fixed(moment, zone))
                .look(program);
    }

    private void record(LocalDate day, Role absent) {
        meetings.record(program.id(), day, present(absent), "Minutes", List.of(), "mara");
    }

    private Map<Role, String> present(Role absent) {
        Map<Role, String> present = new EnumMap<>(Role.class);
        charter.seats().stream().filter(role -> role != absent).forEach(role -> present.put(role, functions.first(role)));
        return present;
    }

    private void meetingRefused(LocalDate day, Map<Role, String> present, String minutes, String reason) {
        assertThatExceptionOfType(StepRefused.class)
                .isThrownBy(() -> meetings.record(program.id(), day, present, minutes, List.of(), "mara"))
                .withMessageContaining(reason);
    }

    private void refused(Role role, String member, String delegate, String reason) {
        assertThatExceptionOfType(StepRefused.class).isThrownBy(() -> roster.seat(program.id(), role, sitter(member),
                delegate == null ? null : sitter(delegate), "mara")).withMessageContaining(reason);
    }

    private StepCheck.Result check(String name) {
        return checks.stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow().run(program);
    }

    private Seat seat(Role role) {
        return roster.seats(program.id()).stream().filter(seat -> seat.role() == role).findFirst().orElseThrow();
    }

    private StepStanding step() {
        return programs.step(program.id(), Step.WORKGROUP);
    }

    private List<String> members() {
        return people.members(Role.WORKGROUP).stream().map(Person::id).toList();
    }

    private List<String> kinds() {
        return ledger.stream(program.id()).stream().map(LedgerRecord::kind).toList();
    }

    private List<String> mails() {
        return jdbc.sql("select subject from mail where stream = ? and template = 'step-lapsed'").param(program.id())
                .query(String.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(zone);
    }
}
