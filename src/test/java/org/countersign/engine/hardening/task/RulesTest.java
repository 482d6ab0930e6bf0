package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.GuardedEngine;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Exactly one rule for each user task, and only forms that can be checked. */
class RulesTest {

    private final Speaking first = new Speaking();
    private final Speaking second = new Speaking();
    private GuardedEngine guarded;

    @BeforeEach
    void start() {
        first.speaks = true;
        guarded = GuardedEngine.with(first, second).deploy("guard/guarded.bpmn", "guard/guard-decision.form").start();
        guarded.person("lena", "legal");
    }

    @AfterEach
    void stop() {
        guarded.close();
    }

    @Test
    void aTaskWithTwoRulesIsNotDeployed() {
        second.speaks = true;
        assertThatThrownBy(() -> guarded.deploy("guard/interrupted.bpmn")).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("More than one rule answers for the user task ask of the process interrupted");
    }

    @Test
    void aFormThatCannotBeCheckedIsNotDeployed() {
        assertThatThrownBy(() -> guarded.engine().getRepositoryService().createDeployment()
                .addString("forms/upload.form", "{\"id\": \"upload\", \"components\": [{\"type\": \"filepicker\", \"key\": \"file\"}]}")
                .deploy()).isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("forms/upload.form: The form holds a kind of field that cannot be checked: filepicker.");
    }

    @Test
    void whatWasDeployedBeforeItsRuleWentAwayStaysReadableAndIsNotCompleted() {
        guarded.engine().getRuntimeService().startProcessInstanceByKey("guarded", Map.of("author", "ada"));
        guarded.as("lena", () -> guarded.claim("decide"));
        first.speaks = false;
        ((ProcessEngineConfigurationImpl) guarded.engine().getProcessEngineConfiguration()).getDeploymentCache()
                .discardProcessDefinitionCache();
        assertThat(guarded.task("decide").getName()).isEqualTo("Decide");
        guarded.as("lena", () -> assertThatThrownBy(() -> guarded.complete("decide", Map.of("decision", "approve")))
                .isInstanceOf(TaskRefused.class).hasMessageContaining("No rule answers for the user task decide"));
    }

    @Test
    void theStartIsRefusedWhenAProcessOfTheApplicationHasATaskWithoutARule() {
        assertThatCode(() -> new TaskGuardPlugin(() -> List.of(first)).checkRules(guarded.engine())).doesNotThrowAnyException();
        assertThatThrownBy(() -> new TaskGuardPlugin(List::of).checkRules(guarded.engine()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No rule answers for the user task decide of the process guarded: exactly one must.")
                .hasMessageContaining("user task repair");
    }

    private static final class Speaking implements TaskRule {

        private boolean speaks;

        @Override
        public boolean governs(String processKey, String taskKey) {
            return speaks;
        }

        @Override
        public void checkHolder(TaskInHand task, String userId) {
            assertThat(task.processKey()).isEqualTo("guarded");
        }

        @Override
        public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
            return Map.of();
        }
    }
}
