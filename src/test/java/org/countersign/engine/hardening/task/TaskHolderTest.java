package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may take a task, and who may complete it. */
class TaskHolderTest extends GuardedProcess {

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
    void whoComesSecondToClaimReadsThatSomebodyElseWasFaster() {
        guarded.as("lena", () -> guarded.claim("decide"));
        guarded.as("leo", () -> assertRefused(() -> guarded.claim("decide"), "Somebody else took"));
    }
}
