package org.countersign.engine.hardening.task;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.engine.task.TaskRefused;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What may be sent with a completion, what is kept of it, and in which ways alone a task ends. */
class TaskGuardTest extends GuardedProcess {

    @Test
    void theHolderCompletesAndOnlyWhatTheRuleReturnsBecomesAVariable() {
        guarded.as("lena", () -> guarded.claimAndComplete("decide",
                Map.of("digest", "abc123", "decision", "changes", "changes", "Remove the name.")));

        assertThat(guarded.task("repair").getAssignee()).isEqualTo("ada");
        assertThat(tasks.getVariables(guarded.task("repair").getId()))
                .containsEntry("decision", "changes").doesNotContainKey("changes");
        assertThat(guarded.engine().getHistoryService().createHistoricVariableInstanceQuery().variableName("changes").count())
                .isZero();
        Recorder.Completed act = RULE.completed.get(0);
        assertThat(act.userId()).isEqualTo("lena");
        assertThat(act.answers().text("changes")).isEqualTo("Remove the name.");
        assertThat(act.answers().formId()).isEqualTo("guard-decision");
        assertThat(act.answers().version()).isEqualTo(1);
        assertThat(act.task().businessKey()).isEqualTo("post-1");
        assertThat(act.task().candidates()).containsExactly("legal");
        assertThat(act.task().variables()).containsEntry("digest", "abc123");
    }

    @Test
    void submittingTheFormIsTheSameAsCompleting() {
        guarded.as("lena", () -> {
            guarded.claim("decide");
            assertRefused(() -> guarded.engine().getFormService().submitTaskForm(decide, Map.of("changes", "x")),
                    "\"Your decision\" must be filled in.");
            guarded.engine().getFormService().submitTaskFormWithVariablesInReturn(decide, Map.of("decision", "approve"), false);
        });
        assertThat(RULE.completed).hasSize(1);
    }

    @Test
    void valuesMayComeAsTheTypedValuesThatRestMakes() {
        guarded.as("lena", () -> guarded.claimAndComplete("decide", Variables.createVariables()
                .putValueTyped("decision", Variables.untypedValue("approve"))
                .putValueTyped("digest", Variables.stringValue("abc123"))));
        assertThat(RULE.completed).hasSize(1);
    }

    @Test
    void unknownAndDisabledAndChangedReadOnlyValuesAreRefused() {
        guarded.as("lena", () -> {
            guarded.claim("decide");
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve", "paid", true)), "does not ask for");
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve", "ticket", "7")), "\"Ticket\"");
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve", "digest", "def")), "\"Version\"");
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "burn")), "one of the choices");
        });
        assertThat(RULE.completed).isEmpty();
    }

    @Test
    void aConditionMaySpeakOfAVariableOfTheProcess() {
        guarded.engine().getRuntimeService().setVariable(guarded.task("decide").getProcessInstanceId(), "strict", true);
        guarded.as("lena", () -> {
            guarded.claim("decide");
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")), "\"Is anybody named?\"");
            guarded.complete("decide", Map.of("decision", "approve", "q01", "no"));
        });
        assertThat(RULE.completed.get(0).answers().fields())
                .filteredOn(field -> field.key().equals("q01")).singleElement()
                .satisfies(field -> assertThat(field.properties()).containsEntry("safeAnswer", "no").containsEntry("blocks", "true"));
    }

    @Test
    void whatTheRuleThrowsUndoesEverythingAndReachesTheCallerAsItIs() {
        RULE.atCompletion(() -> {
            throw new TaskRefused("This version was replaced.");
        });
        guarded.as("lena", () -> {
            guarded.claim("decide");
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")), "This version was replaced.");
        });
        assertThat(guarded.task("decide")).isNotNull();
    }

    @Test
    void theEnginesOwnCommandDoesNotEndATask() {
        guarded.as("lena", () -> {
            guarded.claim("decide");
            var executor = ((ProcessEngineConfigurationImpl) guarded.engine().getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired();
            assertRefused(() -> executor.execute(new CompleteTaskCmd(decide, Map.of())), "in no other way");
        });
    }

    @Test
    void aSignalDoesNotEndATask() {
        String execution = guarded.task("decide").getExecutionId();
        guarded.as("root", () ->
                assertRefused(() -> guarded.engine().getRuntimeService().signal(execution), "in no other way"));
        assertThat(guarded.task("decide")).isNotNull();
    }

    @Test
    void commentsAndFilesAreNotKeptAtATask() {
        guarded.as("lena", () -> {
            assertRefused(() -> tasks.createComment(decide, null, "Looks fine"), "written in the review page");
            assertRefused(() -> tasks.createAttachment("text", decide, null, "note", "", "https://example.org"),
                    "kept with the post");
        });
    }

    @Test
    void aPersonChangesNoVariablesPastTheForm() {
        String instance = guarded.task("decide").getProcessInstanceId();
        var runtime = guarded.engine().getRuntimeService();
        guarded.as("lena", () -> {
            guarded.claim("decide");
            for (ThrowingCallable change : List.<ThrowingCallable>of(
                    () -> tasks.setVariable(decide, "digest", "def"),
                    () -> tasks.setVariableLocal(decide, "digest", "def"),
                    () -> tasks.setVariables(decide, Map.of("digest", "def")),
                    () -> tasks.removeVariable(decide, "digest"),
                    () -> ((TaskServiceImpl) tasks).updateVariables(decide, Map.of("digest", "d"), List.of()),
                    () -> ((TaskServiceImpl) tasks).updateVariablesLocal(decide, Map.of("digest", "d"), List.of()),
                    () -> runtime.setVariable(instance, "digest", "def"),
                    () -> runtime.removeVariable(instance, "digest"))) {
                assertRefused(change, "in no other way");
            }
        });
        guarded.as("root", () -> runtime.setVariable(instance, "digest", "repaired"));
        assertThat(runtime.getVariable(instance, "digest")).isEqualTo("repaired");
    }

    @Test
    void aTaskThatIsGoneIsSaidToBeGone() {
        guarded.as("lena", () -> {
            guarded.claimAndComplete("decide", Map.of("decision", "approve"));
            assertRefused(() -> tasks.complete(decide, Map.of("decision", "approve")), "no longer there");
        });
    }

    @Test
    void aProcessWithATaskThatNoRuleAnswersForIsNotDeployed() {
        assertThatThrownBy(() -> guarded.deploy("guard/interrupted.bpmn"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("No rule answers for the user task ask of the process interrupted")
                .hasMessageContaining("user task wait");
        assertThat(guarded.engine().getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey("interrupted").count()).isZero();
    }

    @Test
    void aTaskOutsideOfAnyProcessIsLeftAlone() {
        Task todo = tasks.newTask("todo");
        tasks.saveTask(todo);
        tasks.complete("todo", Map.of("anything", 1));
        assertThat(tasks.createTaskQuery().taskId("todo").count()).isZero();
    }

    @Test
    void theProcessMayStillBeDeletedAndModifiedByItsAdministrator() {
        ProcessInstance instance = guarded.engine().getRuntimeService().createProcessInstanceQuery().singleResult();
        guarded.engine().getRuntimeService().createProcessInstanceModification(instance.getId())
                .cancelAllForActivity("decide").startBeforeActivity("repair").execute();
        assertThat(guarded.task("decide")).isNull();
        guarded.engine().getRuntimeService().deleteProcessInstance(instance.getId(), "test");
        assertThat(guarded.task("repair")).isNull();
    }
}
