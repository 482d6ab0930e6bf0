package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.GuardedEngine;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The guard refuses to end a task past its form; it must not be in the way when the process itself withdraws one. */
class CancellationTest {

    private static GuardedEngine guarded;
    private static RuntimeService runtime;

    @BeforeAll
    static void start() {
        guarded = GuardedEngine.with(new StopAtOnce()).deploy("guard/interrupted.bpmn").start();
        guarded.person("lena", "legal");
        runtime = guarded.engine().getRuntimeService();
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @BeforeEach
    void startAProcess() {
        runtime.startProcessInstanceByKey("interrupted", Map.of("people", List.of("a", "b", "c"), "stop", false));
    }

    @AfterEach
    void endIt() {
        runtime.createProcessInstanceQuery().list().forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test"));
    }

    @Test
    void theFirstAnswerMayEndTheOtherTasksOfItsRound() {
        answerFirstOfRound();
        assertThat(guarded.task("wait")).isNotNull();
        assertThat(guarded.engine().getTaskService().createTaskQuery().taskDefinitionKey("ask").count()).isZero();
    }

    @Test
    void aTimerMayEndARound() {
        fire("tooLate");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void aReminderLeavesTheTaskAlone() {
        answerFirstOfRound();
        fire("reminder");
        assertThat(guarded.task("wait")).isNotNull();
    }

    @Test
    void aMessageMayWithdrawATask() {
        answerFirstOfRound();
        runtime.correlateMessage("withdraw");
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void aTaskWithEventsOnItAndASavePointBehindItIsCompletedAsAnyOther() {
        answerFirstOfRound();
        guarded.as("lena", () -> guarded.claimAndComplete("wait", Map.of()));
        assertThat(guarded.task("wait")).isNull();
        ManagementService management = guarded.engine().getManagementService();
        management.executeJob(management.createJobQuery().activityId("wait").singleResult().getId());
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void deletingTheProcessDeletesItsTasks() {
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().singleResult().getId(), "test");
        assertThat(guarded.engine().getTaskService().createTaskQuery().count()).isZero();
    }

    @Test
    void aTerminateEndEndsTheTasksBesideIt() {
        BpmnModelInstance process = Bpmn.createExecutableProcess("besides").camundaHistoryTimeToLive(1).startEvent()
                .parallelGateway("fork").userTask("other").camundaCandidateGroups("legal").endEvent()
                .moveToNode("fork").userTask("last").camundaCandidateGroups("legal").endEvent("stopAll").done();
        process.<EndEvent>getModelElementById("stopAll").getEventDefinitions()
                .add(process.newInstance(TerminateEventDefinition.class));
        run(process);
        guarded.as("lena", () -> guarded.claimAndComplete("last", Map.of()));
        assertGone();
    }

    @Test
    void anErrorOfTheProcessEndsTheTasksBesideIt() {
        run(Bpmn.createExecutableProcess("besides").camundaHistoryTimeToLive(1).startEvent()
                .subProcess("both").embeddedSubProcess().startEvent()
                .parallelGateway("fork").userTask("other").camundaCandidateGroups("legal").endEvent()
                .moveToNode("fork").userTask("last").camundaCandidateGroups("legal").endEvent().error("over")
                .subProcessDone().boundaryEvent("failed").error("over").endEvent()
                .moveToActivity("both").endEvent().done());
        guarded.as("lena", () -> guarded.claimAndComplete("last", Map.of()));
        assertGone();
    }

    @Test
    void anEventSubProcessEndsTheTaskItInterrupts() {
        var process = Bpmn.createExecutableProcess("besides").camundaHistoryTimeToLive(1);
        process.eventSubProcess().startEvent().interrupting(true).message("stop").endEvent();
        run(process.startEvent().userTask("other").camundaCandidateGroups("legal").endEvent().done());
        runtime.correlateMessage("stop");
        assertGone();
    }

    private void run(BpmnModelInstance process) {
        guarded.engine().getRepositoryService().createDeployment().addModelInstance("besides.bpmn", process).deploy();
        runtime.startProcessInstanceByKey("besides");
    }

    private void assertGone() {
        assertThat(guarded.task("other")).isNull();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("besides").count()).isZero();
    }

    private void answerFirstOfRound() {
        Task first = guarded.engine().getTaskService().createTaskQuery().taskDefinitionKey("ask").list().get(0);
        guarded.as("lena", () -> {
            guarded.engine().getTaskService().claim(first.getId(), "lena");
            guarded.engine().getTaskService().complete(first.getId());
        });
    }

    private void fire(String activityId) {
        ManagementService management = guarded.engine().getManagementService();
        management.executeJob(management.createJobQuery().activityId(activityId).singleResult().getId());
    }

    private record StopAtOnce() implements TaskRule {

        @Override
        public boolean governs(String processKey, String taskKey) {
            return true;
        }

        @Override
        public void checkHolder(TaskInHand task, String userId) {
            assertThat(task.candidates()).containsExactly("legal");
        }

        @Override
        public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
            return Map.of("stop", true);
        }
    }
}
