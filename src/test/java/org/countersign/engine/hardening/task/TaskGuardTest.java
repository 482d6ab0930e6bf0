package org.countersign.engine.hardening.task;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.engine.task.GuardedEngine;
import org.countersign.engine.task.TaskRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Lena and Leo are legal, Ada wrote, Mark is neither, Root is an administrator. */
class TaskGuardTest {

    private static final Recorder RULE = new Recorder("guarded");
    private static GuardedEngine guarded;
    private static TaskService tasks;
    private String decide;

    @BeforeAll
    static void start() {
        guarded = GuardedEngine.with(RULE).deploy("guard/guarded.bpmn", "guard/guard-decision.form").start();
        tasks = guarded.engine().getTaskService();
        guarded.person("lena", "legal");
        guarded.person("leo", "legal");
        guarded.person("leaver", "legal");
        guarded.person("ada", "author");
        guarded.person("mark", "marketing");
        guarded.person("expert");
        guarded.person("root", "camunda-admin");
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @BeforeEach
    void startAProcess() {
        RULE.forget();
        guarded.engine().getRuntimeService().startProcessInstanceByKey("guarded", "post-1",
                Map.of("author", "ada", "digest", "abc123", "strict", false));
        decide = guarded.task("decide").getId();
    }

    @AfterEach
    void endIt() {
        guarded.engine().getIdentityService().clearAuthentication();
        guarded.engine().getRuntimeService().createProcessInstanceQuery().list().forEach(instance ->
                guarded.engine().getRuntimeService().deleteProcessInstance(instance.getId(), "test"));
        guarded.engine().getHistoryService().createHistoricProcessInstanceQuery().list().forEach(instance ->
                guarded.engine().getHistoryService().deleteHistoricProcessInstance(instance.getId()));
    }

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
    void nobodySignedInIsRefused() {
        guarded.as("lena", () -> guarded.claim("decide"));
        assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")), "Nobody is signed in");
    }

    @Test
    void aTaskThatNobodyHoldsIsNotCompleted() {
        guarded.as("lena", () -> assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")),
                "claim it first"));
    }

    @Test
    void onlyTheHolderCompletes() {
        guarded.as("lena", () -> guarded.claim("decide"));
        guarded.as("leo", () -> assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")),
                "Somebody else holds this task"));
    }

    @Test
    void onlyACandidateClaims() {
        guarded.as("mark", () -> assertRefused(() -> guarded.claim("decide"), "members of legal"));
        assertThat(guarded.task("decide").getAssignee()).isNull();
    }

    @Test
    void aCandidateByNameClaims() {
        guarded.as("expert", () -> guarded.claim("decide"));
        assertThat(guarded.task("decide").getAssignee()).isEqualTo("expert");
    }

    @Test
    void groupsThatACallerClaimsForItselfDoNotCount() {
        guarded.engine().getIdentityService().setAuthentication("mark", List.of("legal"));
        assertRefused(() -> tasks.claim(decide, "mark"), "members of legal");
    }

    @Test
    void nobodyClaimsForSomebodyElse() {
        guarded.as("mark", () -> assertRefused(() -> tasks.claim(decide, "lena"), "for oneself only"));
        assertRefused(() -> tasks.claim(decide, "lena"), "Nobody is signed in");
    }

    @Test
    void noAssignmentMakesAStrangerTheHolder() {
        guarded.as("root", () -> {
            assertRefused(() -> tasks.setAssignee(decide, "mark"), "members of legal");
            assertRefused(() -> tasks.delegateTask(decide, "mark"), "members of legal");
            Task task = guarded.task("decide");
            task.setAssignee("mark");
            assertRefused(() -> tasks.saveTask(task), "members of legal");
            tasks.setAssignee(decide, "lena");
        });
        assertThat(guarded.task("decide").getAssignee()).isEqualTo("lena");
    }

    @Test
    void whoLeftTheGroupAfterClaimingCannotComplete() {
        guarded.as("leaver", () -> guarded.claim("decide"));
        guarded.engine().getIdentityService().deleteMembership("leaver", "legal");
        guarded.as("leaver", () -> assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")),
                "Only a candidate can hold this task"));
    }

    @Test
    void aPersonMakesNobodyACandidate() {
        guarded.as("mark", () -> {
            assertRefused(() -> tasks.addCandidateUser(decide, "mark"), "cannot be changed at the task");
            assertRefused(() -> tasks.addCandidateGroup(decide, "marketing"), "cannot be changed at the task");
            assertRefused(() -> tasks.deleteCandidateGroup(decide, "legal"), "cannot be changed at the task");
            assertRefused(() -> tasks.setOwner(decide, "mark"), "cannot be changed at the task");
        });
    }

    @Test
    void whomTheDiagramNamesHoldsItsTaskAndNobodyElse() {
        guarded.as("lena", () -> guarded.claimAndComplete("decide", Map.of("decision", "approve")));
        String repair = guarded.task("repair").getId();
        guarded.as("root", () -> assertRefused(() -> tasks.setAssignee(repair, "lena"), "meant for somebody else"));
        guarded.as("ada", () -> tasks.complete(repair));
        assertThat(guarded.engine().getRuntimeService().createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void theRuleOfTheModuleIsAskedWhenATaskIsTaken() {
        RULE.refusing("lena");
        guarded.as("lena", () -> assertRefused(() -> guarded.claim("decide"), "The author cannot review."));
    }

    @Test
    void theRuleOfTheModuleIsAskedAgainAtCompletion() {
        guarded.as("lena", () -> guarded.claim("decide"));
        RULE.refusing("lena");
        guarded.as("lena", () -> assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")),
                "The author cannot review."));
    }

    @Test
    void aDelegatedTaskIsHandedBackAndThenCompletedByItsOwner() {
        guarded.as("lena", () -> {
            guarded.claim("decide");
            tasks.delegateTask(decide, "leo");
        });
        guarded.as("leo", () -> {
            assertRefused(() -> guarded.complete("decide", Map.of("decision", "approve")), "resolve it");
            assertRefused(() -> guarded.engine().getFormService().submitTaskForm(decide, Map.of("decision", "approve")), "resolve it");
            assertRefused(() -> tasks.resolveTask(decide, Map.of("decision", "approve")), "handed back without values");
            tasks.resolveTask(decide);
        });
        guarded.as("lena", () -> guarded.complete("decide", Map.of("decision", "approve")));
        assertThat(RULE.completed).extracting(Recorder.Completed::userId).containsExactly("lena");
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
    void whoComesSecondToClaimReadsThatSomebodyElseWasFaster() {
        guarded.as("lena", () -> guarded.claim("decide"));
        guarded.as("leo", () -> assertRefused(() -> guarded.claim("decide"), "Somebody else took"));
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

    private static void assertRefused(ThrowingCallable act, String message) {
        assertThatThrownBy(act).isInstanceOf(TaskRefused.class).hasMessageContaining(message);
    }
}
