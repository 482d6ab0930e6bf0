package org.countersign.review.process;

import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskQuery;

/**
 * Walks every path of the diagram with the real decision tables; what services would do is played by the test.
 */
class PostReviewProcessTest {

    private static final String POST = "7f2c9a52-2c1e-4f7e-9d9a-0f6f3f1b2a10";
    private static final String FOLDER = "processes/post-review/";

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = ProcessEngineCoverageExtension
            .builder(ReviewTestEngine.configuration("post-review", ProcessCoverageConfigurator::initializeProcessCoverageExtensions))
            .excludeProcessDefinitionKeys("publish-post")
            .assertClassCoverageAtLeast(1.0).build();

    private final Map<String, Object> facts = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private String verdict = "APPROVED";
    private String publicationOutcome = "PUBLISHED";

    @BeforeAll
    static void deploy() {
        var publishing = Bpmn.createExecutableProcess("publish-post").camundaHistoryTimeToLive(1)
                .startEvent().endEvent().done();
        ENGINE.getProcessEngine().getRepositoryService().createDeployment().name("post-review")
                .addClasspathResource(FOLDER + "post-review.bpmn").addClasspathResource(FOLDER + "classify-post.dmn")
                .addClasspathResource(FOLDER + "reviewers.dmn").addClasspathResource(FOLDER + "review-deadlines.dmn")
                .addModelInstance("publish-post.bpmn", publishing).deploy();
    }

    @BeforeEach
    void playTheServices() {
        init(ENGINE.getProcessEngine());
        facts.putAll(Map.of("postKind", "CLINICAL_CLAIM", "findingCodes", List.of(), "reviewSeverityCount", 0,
                "unresolvedBlock", false, "paid", false, "serviceLine", "GENERAL", "personShown", false,
                "newsLinked", false, "newAccount", false, "complianceSample", false));
        service("screenVersion", execution -> execution.setVariables(facts));
        service("recordRouting", execution -> {
            execution.setVariable("roundClosed", false);
            execution.setVariable("verdict", "BLOCKED".equals(execution.getVariable("publishMode")) ? "BLOCKED" : null);
        });
        service("planReview", execution -> List.of("halfwayAt", "nearlyAt", "dueAt")
                .forEach(moment -> execution.setVariableLocal(moment, new Date(4_000_000_000_000L))));
        Mocks.register("nameReviewTask", (TaskListener) task -> { });
        service("remindReviewers", execution -> told.add("remind " + execution.getVariable("role") + " at "
                + execution.getVariable("percent")));
        service("escalateReview", execution -> told.add("escalate " + execution.getVariable("role")));
        service("concludeReview", execution -> {
            execution.setVariable("verdict", verdict);
            execution.setVariable("publishAt", new Date(4_000_000_000_000L));
        });
        service("prepareDeliveries", execution -> execution.setVariable("deliveryIds", List.of("d1", "d2")));
        service("concludePublication", execution ->
                execution.setVariable("publicationOutcome", publicationOutcome));
        service("returnToAuthor", execution -> told.add("return " + execution.getVariable("verdict")));
        service("tellRejection", execution -> told.add("rejected"));
    }

    @AfterEach
    void reset() {
        runtimeService().createProcessInstanceQuery().list().forEach(open ->
                runtimeService().deleteProcessInstance(open.getId(), "end of the test"));
        Mocks.reset();
    }

    @Test
    void allRolesApproveAndThePostIsPublishedAtItsTime() {
        ProcessInstance post = submitted();
        assertThat(post).isWaitingAt("reviewPost").variables().containsEntry("riskClass", 2);
        Assertions.assertThat(openRoles()).containsExactlyInAnyOrder("clinical", "legal");

        approve("clinical");
        assertThat(post).isWaitingAt("reviewPost");
        approve("legal");

        assertThat(post).hasPassed("concludeReview").isWaitingAt("timeToPublish").hasNotPassed("prepareDeliveries");
        execute(jobAt("timeToPublish"));
        assertThat(post).hasPassedInOrder("prepareDeliveries", "publishToAccounts").isWaitingAt("concludePublication");
        execute(jobAt("concludePublication"));
        assertThat(post).isEnded().hasPassed("postPublished");
    }

    @Test
    void oneRejectionClosesTheRoundAndEndsThePost() {
        ProcessInstance post = submitted();
        verdict = "REJECTED";
        decide("legal", "REJECT");
        assertThat(post).hasPassedInOrder("concludeReview", "versionNotApproved", "tellRejection").isEnded();
        Assertions.assertThat(told).containsExactly("rejected");
    }

    @Test
    void aRequestForChangesClosesTheRoundAndTheNextVersionNeedsEveryApprovalAgain() {
        ProcessInstance post = submitted();
        approve("clinical");
        verdict = "CHANGES";
        decide("legal", "CHANGES");
        assertThat(post).hasPassed("returnToAuthor").isWaitingAt("revisePost");
        assertThat(task()).isAssignedTo("ana");

        newVersion();
        assertThat(post).isWaitingAt("reviewPost");
        Assertions.assertThat(openRoles()).containsExactlyInAnyOrder("clinical", "legal");
    }

    @Test
    void aNewVersionDuringReviewVoidsTheApprovals() {
        ProcessInstance post = submitted();
        approve("clinical");
        newVersion();
        assertThat(post).isWaitingAt("reviewPost");
        Assertions.assertThat(openRoles()).containsExactlyInAnyOrder("clinical", "legal");
    }

    @Test
    void aNewVersionOfAScheduledPostTakesItFromTheSchedule() {
        ProcessInstance post = submitted();
        approve("clinical");
        approve("legal");
        assertThat(post).isWaitingAt("timeToPublish");
        newVersion();
        assertThat(post).isWaitingAt("reviewPost").isNotWaitingAt("timeToPublish").hasPassed("newVersionSubmitted");
    }

    @Test
    void anApprovalAfterTheTimeToPublishNeverPublishes() {
        ProcessInstance post = submitted();
        verdict = "LATE";
        approve("clinical");
        approve("legal");
        assertThat(post).hasPassed("versionNotApproved").isWaitingAt("revisePost").hasNotPassed("prepareDeliveries");
        Assertions.assertThat(told).containsExactly("return LATE");
    }

    @Test
    void blockingFindingsReturnThePostBeforeAnybodyIsAsked() {
        facts.put("unresolvedBlock", true);
        ProcessInstance post = submitted();
        assertThat(post).hasPassed("versionBlocked").isWaitingAt("revisePost").hasNotPassed("roleReview");
        Assertions.assertThat(told).containsExactly("return BLOCKED");
    }

    @Test
    void theAuthorOfABlockedPostCanHaveTheNamedReviewersDetermine() {
        facts.putAll(Map.of("unresolvedBlock", true, "findingCodes", List.of("P1")));
        ProcessInstance post = submitted();
        facts.put("unresolvedBlock", false);
        complete(task(), Map.of("authorChoice", "determination"));
        execute(jobAt("revisePost"));
        execute(jobAt("screenVersion"));
        assertThat(post).isWaitingAt("reviewPost").variables().containsEntry("riskClass", 3);
        Assertions.assertThat(openRoles()).contains("privacy");
    }

    @Test
    void theAuthorCanWithdrawAReturnedPostFromTheTask() {
        facts.put("unresolvedBlock", true);
        ProcessInstance post = submitted();
        complete(task(), Map.of("authorChoice", "withdraw"));
        execute(jobAt("revisePost"));
        assertThat(post).isEnded().hasPassed("postWithdrawn");
    }

    @Test
    void theAuthorCanWithdrawAReturnedPostFromTheDesk() {
        facts.put("unresolvedBlock", true);
        ProcessInstance post = submitted();
        correlate("postWithdrawn");
        assertThat(post).isEnded().hasPassed("postWithdrawnAfterReturn");
    }

    @Test
    void aPostWithdrawnInReviewEndsEveryReview() {
        ProcessInstance post = submitted();
        correlate("postWithdrawn");
        assertThat(post).isEnded().hasPassed("withdrawnInReview");
        Assertions.assertThat(taskQuery().count()).isZero();
    }

    @Test
    void remindersAndEscalationLeaveTheReviewOpen() {
        ProcessInstance post = submitted();
        for (String timer : List.of("halfOfTimeGone", "mostOfTimeGone", "deadlinePassed")) {
            managementService().createJobQuery().activityId(timer).list().forEach(job -> execute(job));
        }
        Assertions.assertThat(told).containsExactlyInAnyOrder("remind legal at 50",
                "remind clinical at 50", "remind legal at 80", "remind clinical at 80", "escalate legal",
                "escalate clinical");
        assertThat(post).isWaitingAt("reviewPost").hasNotPassed("concludeReview");
        Assertions.assertThat(openRoles()).hasSize(2);
    }

    @Test
    void aPostThatWentOutNowhereReturnsToItsAuthor() {
        publicationOutcome = "NOT_PUBLISHED";
        ProcessInstance post = submitted();
        approve("clinical");
        approve("legal");
        execute(jobAt("timeToPublish"));
        execute(jobAt("concludePublication"));
        assertThat(post).isWaitingAt("revisePost").hasNotPassed("postPublished");
    }

    @Test
    void noVariableOfTheProcessIsASerializedJavaObject() {
        submitted();
        Assertions.assertThat(historyService().createHistoricVariableInstanceQuery()
                        .disableCustomObjectDeserialization().list())
                .extracting(HistoricVariableInstance::getTypedValue).filteredOn(ObjectValue.class::isInstance)
                .isNotEmpty().allSatisfy(value -> Assertions.assertThat(((ObjectValue) value)
                        .getSerializationDataFormat()).isEqualTo("application/json"));
    }

    private static ProcessInstance submitted() {
        ProcessInstance post = runtimeService().startProcessInstanceByKey("post-review", POST,
                Map.of("versionNumber", 1, "digest", "d1", "author", "ana"));
        assertThat(post).isWaitingAt("screenVersion");
        execute(jobAt("screenVersion"));
        return post;
    }

    private static void newVersion() {
        correlate("versionSubmitted");
        execute(jobAt("screenVersion"));
    }

    private static void correlate(String message) {
        runtimeService().createMessageCorrelation(message).processInstanceBusinessKey(POST).correlate();
    }

    private static void approve(String role) {
        decide(role, "APPROVE");
    }

    private static void decide(String role, String decision) {
        Task review = taskQuery().taskCandidateGroup(role).singleResult();
        complete(review, "APPROVE".equals(decision) ? Map.of("decision", decision)
                : Map.of("decision", decision, "roundClosed", true));
        execute(jobAt("reviewPost"));
    }

    private static List<String> openRoles() {
        return taskQuery().list().stream().map(open -> (String) runtimeService()
                .getVariable(open.getExecutionId(), "role")).toList();
    }

    private static Job jobAt(String activity) {
        return managementService().createJobQuery().activityId(activity).singleResult();
    }

    private interface Service {
        void execute(DelegateExecution execution);
    }

    private static void service(String bean, Service service) {
        Mocks.register(bean, (JavaDelegate) service::execute);
    }
}
