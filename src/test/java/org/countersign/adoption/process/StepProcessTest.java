package org.countersign.adoption.process;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.countersign.adoption.Step;
import org.countersign.review.process.ReviewTestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;

/**
 * Walks every path of the eight diagrams of the steps; what services would do is played by the test.
 */
class StepProcessTest {

    private static final String PROGRAM = UUID.randomUUID().toString();

    /** What is prepared in each step, in the order of the diagram; what lies in one list is prepared at the same time. */
    private static final Map<Step, List<List<String>>> PREPARED = Map.of(
            Step.EXECUTIVE_SUPPORT, List.of(List.of("businessCase"), List.of("riskAppetite"), List.of("sponsorship")),
            Step.WORKGROUP, List.of(List.of("charter")),
            Step.POLICY_AND_TRAINING, List.of(List.of("authorizationForm", "communicationPlan")),
            Step.MONITORING, List.of(List.of("monitoringPlan"), List.of("drillReport")),
            Step.RECORDS, List.of(List.of("retentionSchedule"), List.of("holdProcedure")),
            Step.CONTENT_STRATEGY, List.of(List.of("contentStrategy"), List.of("contentLibrary")),
            Step.REVIEW_PROCESS, List.of(List.of("tableSignOffLegal", "tableSignOffPrivacy", "tableSignOffClinical")),
            Step.EXECUTIVE_FEEDBACK, List.of(List.of("report"), List.of("decisionsAndActions")));

    /** What a refusal asks for before the step is drafted again. */
    private static final Map<Step, String> AFTER_REFUSAL = Map.of(Step.WORKGROUP, "declinedSeats",
            Step.POLICY_AND_TRAINING, "interimRule", Step.MONITORING, "closedComments",
            Step.EXECUTIVE_FEEDBACK, "committeeFollowUp");

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension
            .builder(ReviewTestEngine.configuration("steps", ProcessCoverageConfigurator::initializeProcessCoverageExtensions))
            .assertClassCoverageAtLeast(1.0).build();

    private boolean workToDo = true;
    private int missing;

    @BeforeAll
    static void deploy() {
        var deployment = ENGINE.getProcessEngine().getRepositoryService().createDeployment().name("steps");
        for (Step step : Step.values()) {
            deployment.addClasspathResource("processes/adoption/" + step.key() + ".bpmn");
        }
        deployment.deploy();
    }

    @BeforeEach
    void playTheServices() {
        init(ENGINE.getProcessEngine());
        Mocks.register("nameStepTask", (TaskListener) task -> { });
        Mocks.register("beginStep", (JavaDelegate) execution -> {
            execution.setVariable("workToDo", workToDo);
            execution.setVariable("waiverWanted", false);
        });
        Mocks.register("checkEvidence", (JavaDelegate) execution -> {
            execution.setVariable("missing", missing);
            execution.setVariable("decider", missing > 0 ? "executive" : "marketing");
            execution.setVariable("decideBy", new Date(4_000_000_000_000L));
        });
    }

    @AfterEach
    void reset() {
        runtimeService().createProcessInstanceQuery().list().forEach(open ->
                runtimeService().deleteProcessInstance(open.getId(), "end of the test"));
        Mocks.reset();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aPersonAcceptsWhatWasPreparedAndChecked(Step step) {
        ProcessInstance process = start(step);
        prepare(step);
        assertThat(process).hasPassedInOrder("beginStep", "checkEvidence").isWaitingAt("decideStep");
        assertThat(task()).hasCandidateGroup("marketing");
        decide("ACCEPTED");
        assertThat(process).isEnded().hasPassed("stepAccepted").hasNotPassed("completeEvidence");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aStepThatStandsOrIsInWorkIsLeftAlone(Step step) {
        workToDo = false;
        assertThat(start(step)).isEnded().hasPassed("nothingToDo").hasNotPassed("checkEvidence");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void nobodyDecidesWhileSomethingIsMissing(Step step) {
        missing = 1;
        ProcessInstance process = start(step);
        prepare(step);
        assertThat(process).isWaitingAt("completeEvidence").hasNotPassed("decideStep");

        completeEvidence("check");
        assertThat(process).isWaitingAt("completeEvidence");
        missing = 0;
        completeEvidence("check");
        assertThat(process).isWaitingAt("decideStep");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anExecutiveWaivesAStepOfWhichSomethingIsMissing(Step step) {
        missing = 1;
        ProcessInstance process = start(step);
        prepare(step);
        completeEvidence("waiver");
        assertThat(process).isWaitingAt("decideStep");
        assertThat(task()).hasCandidateGroup("executive");
        decide("WAIVED");
        assertThat(process).isEnded().hasPassed("stepWaived").hasNotPassed("stepAccepted");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aReturnedStepIsPreparedAgain(Step step) {
        ProcessInstance process = start(step);
        prepare(step);
        decide("RETURNED");
        assertThat(process).isWaitingAt("completeEvidence");

        completeEvidence("prepare");
        prepare(step);
        decide("ACCEPTED");
        assertThat(process).isEnded().hasPassed("stepAccepted");
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = EnumSource.Mode.EXCLUDE, names = "EXECUTIVE_SUPPORT")
    void aRefusedStepStartsOverAfterTheRefusalWasRecorded(Step step) {
        ProcessInstance process = start(step);
        prepare(step);
        decide("REFUSED");
        assertThat(process).hasPassed("refusalRecorded").isNotEnded();
        if (AFTER_REFUSAL.containsKey(step)) {
            assertThat(process).hasPassed("beginAgain").isWaitingAt(AFTER_REFUSAL.get(step));
            finish(AFTER_REFUSAL.get(step));
        }
        prepare(step);
        assertThat(process).isWaitingAt("decideStep");
    }

    @Test
    void refusedSupportEndsTheStepAndTheProgramWaits() {
        ProcessInstance process = start(Step.EXECUTIVE_SUPPORT);
        prepare(Step.EXECUTIVE_SUPPORT);
        decide("REFUSED");
        assertThat(process).isEnded().hasPassed("stepRefused");
    }

    @Test
    void theCommitteeTakesUpAReportThatNobodyAcknowledges() {
        ProcessInstance process = start(Step.EXECUTIVE_FEEDBACK);
        prepare(Step.EXECUTIVE_FEEDBACK);
        execute(jobAt("unread"));

        assertThat(process).isWaitingAt("decideStep", "takeUpUnread");
        assertThat(task("takeUpUnread")).hasCandidateGroup("compliance-committee");
        finish("takeUpUnread");
        assertThat(process).hasPassed("takenUp").isWaitingAt("decideStep");
        finish("decideStep", Map.of("decision", "ACCEPTED"));
        assertThat(process).isEnded();
    }

    private static ProcessInstance start(Step step) {
        return runtimeService().startProcessInstanceByKey(step.key(), PROGRAM);
    }

    /** Completes what prepares the step, and sees that it waits for exactly that, in the order of the diagram. */
    private static void prepare(Step step) {
        for (List<String> atOnce : PREPARED.get(step)) {
            Assertions.assertThat(taskQuery().list()).extracting(Task::getTaskDefinitionKey)
                    .containsExactlyInAnyOrderElementsOf(atOnce);
            atOnce.forEach(StepProcessTest::finish);
        }
    }

    private static void completeEvidence(String choice) {
        finish("completeEvidence", Map.of("waiverWanted", choice.equals("waiver"), "prepareAnew", choice.equals("prepare")));
    }

    private static void decide(String decision) {
        finish("decideStep", Map.of("decision", decision));
    }

    private static void finish(String activity) {
        finish(activity, Map.of());
    }

    private static void finish(String activity, Map<String, Object> variables) {
        complete(taskQuery().taskDefinitionKey(activity).singleResult(), variables);
        execute(jobAt(activity));
    }

    private static Job jobAt(String activity) {
        return managementService().createJobQuery().activityId(activity).singleResult();
    }
}
