package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.countersign.publishing.DeliveryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.countersign.publishing.DeliveryState.LATE;
import static org.countersign.publishing.DeliveryState.NEEDS_PERSON;
import static org.countersign.publishing.DeliveryState.READY;
import static org.countersign.publishing.DeliveryState.REFUSED;
import static org.countersign.publishing.DeliveryState.SENT;
import static org.countersign.publishing.DeliveryState.UNKNOWN;

/**
 * Every path of {@code publish-post.bpmn}. The delegates answer what a test tells them; what they do is tested with them.
 */
@Deployment(resources = "processes/publication/publish-post.bpmn")
class PublishPostProcessTest {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension.builder(
            new ProcessCoverageInMemProcessEngineConfiguration()
                    .setJdbcUrl("jdbc:h2:mem:publish-post;DB_CLOSE_DELAY=-1")
                    .setJobExecutorActivate(false)
                    .setExpressionManager(new MockExpressionManager()))
            .assertClassCoverageAtLeast(1.0)
            .build();

    private final Deque<DeliveryState> sends = new ArrayDeque<>();
    private final Deque<DeliveryState> looks = new ArrayDeque<>();
    private boolean byHand;
    private int failures;

    @BeforeEach
    void registerDelegates() {
        init(ENGINE.getProcessEngine());
        Mocks.register("announceTask", (TaskListener) task -> { });
        Mocks.register("lookUpDelivery", (JavaDelegate) execution -> {
            execution.setVariable(PublicationVariables.BY_HAND, byHand);
            execution.setVariable(PublicationVariables.ACCOUNT_NAME, "Bluesky: Harbor Vale");
        });
        Mocks.register("sendDelivery", (JavaDelegate) execution -> {
            if (failures-- > 0) {
                throw new IllegalStateException("did not arrive");
            }
            answer(execution, sends.removeFirst());
        });
        Mocks.register("reconcileDelivery", (JavaDelegate) execution -> answer(execution, looks.removeFirst()));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void sentAtOnce() {
        sends.add(SENT);
        ProcessInstance instance = start();
        assertThat(instance).isWaitingAt("sendDelivery");
        fire("sendDelivery");
        assertThat(instance).isEnded().hasPassed("deliverySent");
    }

    @Test
    void postedByHand() {
        byHand = true;
        ProcessInstance instance = start();
        assertThat(instance).isWaitingAt("postByHand");
        assertThat(task()).hasCandidateGroup("publisher").hasName("Post by hand");
        complete(task(), Map.of("deliveryOutcome", "POSTED_BY_HAND"));
        fire("postByHand");
        assertThat(instance).isEnded().hasPassed("handledByHand").hasNotPassed("sendDelivery");
    }

    @Test
    void tooLate() {
        sends.add(LATE);
        ProcessInstance instance = start();
        fire("sendDelivery");
        assertThat(instance).isEnded().hasPassed("deliveryLate");
    }

    @Test
    void refusedAndSentAfterTheCauseIsGone() {
        sends.addAll(Arrays.asList(REFUSED, SENT));
        ProcessInstance instance = start();
        fire("sendDelivery");
        assertThat(instance).isWaitingAt("decideOnRefusal");
        assertThat(task()).hasCandidateGroup("publisher");
        complete(task(), Map.of("tryAgain", true));
        fire("decideOnRefusal");
        fire("sendDelivery");
        assertThat(instance).isEnded().hasPassed("deliverySent");
    }

    @Test
    void notHandedToAPersonUntilTheCauseIsGone() {
        sends.add(REFUSED);
        ProcessInstance instance = start();
        fire("sendDelivery");
        byHand = true;
        complete(task(), Map.of("tryAgain", true));
        fire("decideOnRefusal");
        assertThat(instance).isWaitingAt("postByHand");
    }

    @Test
    void refusedAndNotPublished() {
        sends.add(REFUSED);
        ProcessInstance instance = start();
        fire("sendDelivery");
        complete(task(), Map.of("tryAgain", false));
        fire("decideOnRefusal");
        assertThat(instance).isEnded().hasPassed("notPublished");
    }

    @Test
    void lostAnswerIsLookedForUntilThePostIsFound() {
        sends.add(UNKNOWN);
        looks.addAll(Arrays.asList(UNKNOWN, SENT));
        ProcessInstance instance = start();
        fire("sendDelivery");
        assertThat(instance).isWaitingAt("waitBeforeLooking");
        assertThat(job("waitBeforeLooking").getDuedate()).isAfter(Instant.now());
        look();
        assertThat(instance).isWaitingAt("waitBeforeLooking");
        look();
        assertThat(instance).isEnded().hasPassed("deliveryFound");
    }

    @Test
    void absentWhereSendingTwiceIsOnePostIsSentAgain() {
        sends.addAll(Arrays.asList(UNKNOWN, SENT));
        looks.add(READY);
        ProcessInstance instance = start();
        fire("sendDelivery");
        look();
        assertThat(instance).isWaitingAt("sendDelivery");
        fire("sendDelivery");
        assertThat(instance).isEnded().hasPassed("deliverySent");
    }

    @Test
    void aPersonFindsItOnline() {
        ProcessInstance instance = untilAPersonMustLook();
        assertThat(task()).hasCandidateGroup("publisher");
        complete(task(), Map.of("deliveryOutcome", "POSTED_BY_HAND"));
        fire("findOutByHand");
        assertThat(instance).isEnded().hasPassed("foundByHand");
    }

    @Test
    void aPersonFindsNothingAndHasItSentAgain() {
        ProcessInstance instance = untilAPersonMustLook();
        sends.add(SENT);
        complete(task(), Map.of("deliveryOutcome", "READY"));
        fire("findOutByHand");
        fire("sendDelivery");
        assertThat(instance).isEnded().hasPassed("deliverySent");
    }

    @Test
    void aPersonFindsNothingAndLeavesIt() {
        ProcessInstance instance = untilAPersonMustLook();
        complete(task(), Map.of("deliveryOutcome", "NOT_POSTED"));
        fire("findOutByHand");
        assertThat(instance).isEnded().hasPassed("notSentAgain");
    }

    @Test
    void whatDidNotArriveIsTriedFiveTimesByTheJobWithGrowingPauses() {
        failures = 4;
        sends.add(REFUSED);
        ProcessInstance instance = start();
        for (int left = 4; left >= 1; left--) {
            assertThatThrownBy(() -> fire("sendDelivery")).hasMessageContaining("did not arrive");
            assertThat(job("sendDelivery").getRetries()).isEqualTo(left);
            assertThat(job("sendDelivery").getDuedate()).isAfter(Instant.now());
        }
        fire("sendDelivery");
        assertThat(instance).isWaitingAt("decideOnRefusal");
        assertThat(runtimeService().createIncidentQuery().count()).isZero();
    }

    private static void answer(DelegateExecution execution, DeliveryState state) {
        execution.setVariable(PublicationVariables.DELIVERY_OUTCOME, state.name());
        execution.setVariable(PublicationVariables.NEXT_LOOK, "PT5S");
    }

    private ProcessInstance untilAPersonMustLook() {
        sends.add(UNKNOWN);
        looks.add(NEEDS_PERSON);
        ProcessInstance instance = start();
        fire("sendDelivery");
        look();
        assertThat(instance).isWaitingAt("findOutByHand");
        return instance;
    }

    private void look() {
        fire("waitBeforeLooking");
        fire("reconcileDelivery");
    }

    private ProcessInstance start() {
        ProcessInstance instance = runtimeService().startProcessInstanceByKey("publish-post", UUID.randomUUID().toString(),
                Map.of(PublicationVariables.DELIVERY_ID, UUID.randomUUID().toString()));
        assertThat(instance).isActive();
        return instance;
    }

    private static Job job(String activityId) {
        return managementService().createJobQuery().activityId(activityId).singleResult();
    }

    private static void fire(String activityId) {
        managementService().executeJob(job(activityId).getId());
    }
}
