package org.countersign.escalation.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.countersign.businesstime.BusinessClock.Unit;
import org.countersign.engine.access.TestAccess;
import org.countersign.escalation.Level;
import org.countersign.escalation.Moment;
import org.countersign.escalation.Rung;
import org.countersign.escalation.Standing;
import org.countersign.people.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables in the engine that runs them. */
class LadderDecisionsTest {

    private static final String FOLDER = "processes/escalation/";
    private static ProcessEngine engine;
    private static LadderDecisions tables;

    @BeforeAll
    static void deploy() {
        engine = new StandaloneInMemProcessEngineConfiguration().setProcessEngineName("ladder")
                .setJdbcUrl("jdbc:h2:mem:ladder").buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource(FOLDER + "escalation-ladder.dmn")
                .addClasspathResource(FOLDER + "task-standing.dmn").deploy();
        tables = new LadderDecisions(engine.getDecisionService(), TestAccess.to(engine));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aLateReviewGoesToTheNamedExecutiveAtOnce() {
        assertThat(tables.rungs("post-review")).containsExactly(
                new Rung(1, Moment.HALFWAY, 0, Level.HOLDER, 0), new Rung(2, Moment.NEARLY, 0, Level.HOLDER, 0),
                new Rung(3, Moment.NEARLY, 0, Level.SUPERVISOR, 0), new Rung(4, Moment.DUE, 0, Level.HOLDER, 1),
                new Rung(5, Moment.DUE, 0, Level.EXECUTIVE, 2), new Rung(6, Moment.DUE, 5, Level.COMMITTEE, 5));
    }

    @Test
    void anyOtherLateTaskGoesToTheSupervisorFirst() {
        assertThat(tables.rungs("adoption")).containsExactly(
                new Rung(1, Moment.HALFWAY, 0, Level.HOLDER, 0), new Rung(2, Moment.NEARLY, 0, Level.HOLDER, 0),
                new Rung(3, Moment.DUE, 0, Level.SUPERVISOR, 0), new Rung(4, Moment.DUE, 0, Level.HOLDER, 1),
                new Rung(5, Moment.DUE, 2, Level.EXECUTIVE, 2), new Rung(6, Moment.DUE, 5, Level.COMMITTEE, 5));
    }

    @Test
    void whatCannotWaitIsOfPriority() {
        assertThat(tables.standing("post-review", "reviewPost", 4).priority()).isTrue();
        assertThat(tables.standing("post-review", "reviewPost", 3).priority()).isFalse();
        assertThat(tables.standing("publish-post", "findOutByHand", 1).priority()).isTrue();
        assertThat(tables.standing("publish-post", "postByHand", 4).priority()).isFalse();
        assertThat(tables.standing("workgroup", "nameMembers", null))
                .isEqualTo(new Standing(5, Unit.BUSINESS_DAYS, "workgroup-chair", "executive", false));
    }

    @Test
    void everyTaskOfEveryProcessHasSuperiorsThatExistAndALadderThatGoesOn() throws IOException {
        Resource[] diagrams = new PathMatchingResourcePatternResolver().getResources("classpath:processes/*/*.bpmn");
        assertThat(diagrams).isNotEmpty();
        for (Resource diagram : diagrams) {
            var model = Bpmn.readModelFromStream(diagram.getInputStream());
            String process = model.getModelElementsByType(Process.class).iterator().next().getId();
            List<Rung> rungs = tables.rungs(process);
            assertThat(rungs).extracting(Rung::number).doesNotHaveDuplicates();
            assertThat(rungs).anyMatch(rung -> rung.to() == Level.COMMITTEE && rung.everyBusinessDays() > 0);
            for (UserTask task : model.getModelElementsByType(UserTask.class)) {
                Standing standing = tables.standing(process, task.getId(), null);
                assertThat(Role.of(standing.supervisor())).as(task.getId()).isPresent();
                assertThat(Role.of(standing.executive())).as(task.getId()).isPresent();
                assertThat(standing.amount()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"escalation-ladder.dmn", "task-standing.dmn"})
    void everyRowSaysWhy(String file) {
        var model = Dmn.readModelFromStream(getClass().getClassLoader().getResourceAsStream(FOLDER + file));
        assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).hasSizeGreaterThan(15));
    }
}
