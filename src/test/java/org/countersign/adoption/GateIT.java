package org.countersign.adoption;

import org.countersign.IntegrationTest;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.post.Desk;
import org.countersign.post.NotAllowed;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class GateIT {

    private static final GateQuestion EVENT = new GateQuestion(1, PostKind.EVENT, false);

    @Autowired
    private Desk desk;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Entities entities;
    @Autowired
    private Programs programs;
    @Autowired
    private StepWork work;
    @Autowired
    private ProgramGate gate;
    @Autowired
    private ProgramTable table;

    private String entity;
    private String account;

    @BeforeEach
    void aNewEntityWithAnAccount() {
        entity = "clinic-" + UUID.randomUUID().toString().substring(0, 8);
        account = "facebook-" + entity;
        entities.add(new Entity(entity, "Clinic " + entity), "admin");
        accounts.save(new Account(account, Channel.FACEBOOK, Account.MANUAL, "Clinic", "clinic", null, true, entity), null,
                "admin");
    }

    @Test
    void nothingIsSubmittedForAnEntityWithoutProgramAndTheDraftIsKept() {
        Post draft = desk.create(event(), "ana");
        assertThatThrownBy(() -> desk.submit(draft.id(), draft.revision(), "ana")).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Publishing is on hold for Clinic " + entity)
                .hasMessageContaining("step 1, Executive support, has not been started")
                .hasMessageContaining("Marketing (Mara Sato)");
        assertThat(desk.find(draft.id()).draft()).isEqualTo(draft.draft());
        assertThat(desk.versions(draft.id())).isEmpty();
    }

    @Test
    void theSamePostIsSubmittedOnceTheStepsAreAccepted() {
        Post draft = desk.create(event(), "ana");
        accepted(programs.start(entity, "mara").id());
        assertThat(desk.submit(draft.id(), draft.revision(), "ana").number()).isOne();
    }

    @Test
    void anAcceptedStepThatChangesIsSeenAtOnce() {
        UUID program = programs.start(entity, "mara").id();
        accepted(program);
        assertThat(gate.obstacles(entity, EVENT)).isEmpty();
        work.lapse(program, Step.MONITORING, Instant.now().minusSeconds(1), "Nobody reads the comments.");
        assertThat(gate.obstacles(entity, EVENT)).singleElement().satisfies(obstacle -> {
            assertThat(obstacle.step()).isEqualTo(Step.MONITORING);
            assertThat(obstacle.state()).isEqualTo(StepState.LAPSED);
        });
    }

    @Test
    void aLapseOfTheWorkgroupHoldsOnlyWhatIsNew() {
        UUID program = programs.start(entity, "mara").id();
        accepted(program);
        work.lapse(program, Step.WORKGROUP, Instant.now().minusSeconds(1), "A seat is vacant.");
        assertThat(gate.obstacles(entity, EVENT)).isEmpty();
        assertThat(gate.obstacles(entity, new GateQuestion(1, PostKind.EVENT, true))).hasSize(1);
    }

    @Test
    void aRefusalByTheExecutivesLeavesOnlyDefense() {
        UUID program = programs.start(entity, "mara").id();
        accepted(program);
        StepStanding first = programs.step(program, Step.EXECUTIVE_SUPPORT);
        table.write(new StepStanding(program, first.step(), 2, Work.NONE, null, "mara", Decision.REFUSED, Instant.now(),
                "evelyn", null, null, "No budget"));
        assertThat(gate.obstacles(entity, EVENT)).first().satisfies(obstacle ->
                assertThat(obstacle.effect()).isEqualTo(GateEffect.DEFENSIVE));
    }

    private void accepted(UUID program) {
        Instant now = Instant.now();
        for (Step step : Step.values()) {
            table.write(new StepStanding(program, step, 1, Work.NONE, null, "mara", Decision.ACCEPTED, now, "evelyn",
                    now.plus(365, ChronoUnit.DAYS), null, null));
        }
    }

    private PostContent event() {
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.DAYS);
        return new PostContent(PostKind.EVENT, Map.of(Channel.FACEBOOK, "Blood drive on Alder Street."), List.of(), List.of(),
                List.of(account), new Schedule(tomorrow, tomorrow.plus(2, ChronoUnit.DAYS), ZoneId.of("America/New_York")),
                false, false, ServiceLine.GENERAL, false, false);
    }
}
