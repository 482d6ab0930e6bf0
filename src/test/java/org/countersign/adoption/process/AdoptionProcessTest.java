package org.countersign.adoption.process;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.countersign.adoption.Step;
import org.countersign.review.process.ReviewTestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;

/**
 * Walks every path of the program; each step is one task named after it that a test decides.
 */
class AdoptionProcessTest {

    private static final String PROGRAM = UUID.randomUUID().toString();
    private static final String TASK = "decide-";
    private static final Instant REVIEW_AT = Instant.parse("2097-10-23T05:00:00Z");

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension
            .builder(ReviewTestEngine.configuration("adoption", ProcessCoverageConfigurator::initializeProcessCoverageExtensions))
            .excludeProcessDefinitionKeys(Arrays.stream(Step.values()).map(Step::key).toArray(String[]::new))
            .assertClassCoverageAtLeast(1.0).build();

    @BeforeAll
    static void deploy() {
        var deployment = ENGINE.getProcessEngine().getRepositoryService().createDeployment()
                .addClasspathResource("processes/adoption/adoption.bpmn");
        for (Step step : Step.values()) {
            deployment.addModelInstance(step.key() + ".bpmn", Bpmn.createExecutableProcess(step.key())
                    .camundaHistoryTimeToLive(1).startEvent().userTask(TASK + step.key()).endEvent().done());
        }
        deployment.deploy();
    }

    @BeforeEach
    void playTheService() {
        init(ENGINE.getProcessEngine());
        Mocks.register("planYearlyReview", (JavaDelegate) execution ->
                execution.setVariable("reviewAt", Date.from(REVIEW_AT)));
    }

    @AfterEach
    void reset() {
        runtimeService().createProcessInstanceQuery().rootProcessInstances().list().forEach(open ->
                runtimeService().deleteProcessInstance(open.getId(), "end of the test"));
        Mocks.reset();
    }

    @Test
    void theStepsFollowInTheirOrderAndTheFourInTheMiddleGoOnTogether() {
        ProcessInstance program = start();
        assertThat(open()).containsExactly("executive-support");
        accept("executive-support");
        assertThat(open()).containsExactly("workgroup");
        accept("workgroup");
        assertThat(open()).containsExactly("policy-and-training");
        accept("policy-and-training");
        assertThat(open()).containsExactlyInAnyOrder("monitoring", "records", "content-strategy", "review-process");
        List.of("records", "review-process", "monitoring").forEach(AdoptionProcessTest::accept);
        assertThat(open()).containsExactly("content-strategy");
        accept("content-strategy");
        assertThat(open()).containsExactly("executive-feedback");
        accept("executive-feedback");
        assertThat(program).isWaitingAt("waitForYearlyReview");
        assertThat(jobAt("waitForYearlyReview").getDuedate()).isEqualTo(Date.from(REVIEW_AT));
    }

    @Test
    void everyStepHasTheProgramsBusinessKey() {
        start();
        assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("executive-support").singleResult()
                .getBusinessKey()).isEqualTo(PROGRAM);
    }

    @Test
    void theYearlyReviewBeginsWithExecutiveSupport() {
        ProcessInstance program = start();
        for (Step step : Step.values()) {
            accept(step.key());
        }
        execute(jobAt("waitForYearlyReview"));
        assertThat(open()).containsExactly("executive-support");
        assertThat(program).isWaitingAt("executiveSupport");
    }

    @Test
    void refusedSupportIsProposedAgainAfterNinetyDays() {
        ProcessInstance program = start();
        decide("executive-support", "REFUSED");
        assertThat(program).isWaitingAt("waitAfterRefusal").hasNotPassed("workgroup");
        assertThat(jobAt("waitAfterRefusal").getDuedate().toInstant())
                .isCloseTo(Instant.now().plus(90, ChronoUnit.DAYS), within(1, ChronoUnit.MINUTES));
        execute(jobAt("waitAfterRefusal"));
        assertThat(open()).containsExactly("executive-support");
    }

    @Test
    void severalStepsAreRenewedAtOnceWhileTheProgramGoesOn() {
        ProcessInstance program = start();
        accept("executive-support");
        due("review-process");
        due("executive-feedback");
        assertThat(open()).containsExactlyInAnyOrder("workgroup", "review-process", "executive-feedback");
        accept("review-process");
        assertThat(program).hasPassed("stepRenewed").isWaitingAt("workgroup", "renewStep");
        accept("executive-feedback");
        assertThat(open()).containsExactly("workgroup");
    }

    @Test
    void supportThatIsRefusedAtRenewalIsProposedAgainAlthoughOtherStepsAreRenewedMeanwhile() {
        ProcessInstance program = start();
        for (Step step : Step.values()) {
            accept(step.key());
        }
        due("executive-support");
        decide("executive-support", "REFUSED");
        assertThat(program).isWaitingAt("waitBeforeProposal", "waitForYearlyReview");
        due("records");
        execute(jobAt("waitBeforeProposal"));
        assertThat(open()).containsExactlyInAnyOrder("executive-support", "records");
    }

    private static ProcessInstance start() {
        return runtimeService().startProcessInstanceByKey("adoption", PROGRAM);
    }

    private static void due(String step) {
        runtimeService().createMessageCorrelation("stepDue").processInstanceBusinessKey(PROGRAM)
                .setVariableToTriggeredScope("dueStep", step).correlate();
    }

    private static void accept(String step) {
        decide(step, "ACCEPTED");
    }

    private static void decide(String step, String decision) {
        complete(taskQuery().taskDefinitionKey(TASK + step).singleResult(), Map.of("decision", decision));
    }

    private static List<String> open() {
        return taskQuery().list().stream().map(task -> task.getTaskDefinitionKey().substring(TASK.length()))
                .toList();
    }

    private static Job jobAt(String activity) {
        return managementService().createJobQuery().activityId(activity).singleResult();
    }
}
