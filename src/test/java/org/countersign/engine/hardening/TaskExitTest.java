package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskExitTest {

    @Test
    void nobodyLeavesATaskByAnErrorOrAnEscalation() {
        try (TestEngine stock = TestEngine.stock(); TestEngine hardened = TestEngine.hardened()) {
            assertThatCode(() -> stock.engine.getTaskService().handleBpmnError(task(stock), "wrong"))
                    .as("works on the engine as it comes").doesNotThrowAnyException();
            assertThat(stock.engine.getTaskService().createTaskQuery().count()).isZero();

            String task = task(hardened);
            assertThatThrownBy(() -> hardened.engine.getTaskService().handleBpmnError(task, "wrong"))
                    .isInstanceOf(BadUserRequestException.class);
            assertThatThrownBy(() -> hardened.engine.getTaskService().handleEscalation(task, "wrong"))
                    .isInstanceOf(BadUserRequestException.class);
            assertThat(hardened.engine.getTaskService().createTaskQuery().taskId(task).count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lena", "jane.doe", "jane_doe-2@harborvale.example"})
    void idsMayBeMailAddresses(String id) {
        try (TestEngine hardened = TestEngine.hardened()) {
            var identity = hardened.engine.getIdentityService();
            identity.saveUser(identity.newUser(id));
            assertThat(identity.createUserQuery().userId(id).count()).isEqualTo(1);
        }
    }

    @Test
    void idsCannotBeMistakenForAPathOrAPattern() {
        try (TestEngine hardened = TestEngine.hardened()) {
            var identity = hardened.engine.getIdentityService();
            for (String id : List.of("..", "../lena", "a/b", "*", "a b", "<b>", "")) {
                assertThatThrownBy(() -> identity.newUser(id)).isInstanceOf(ProcessEngineException.class);
                assertThatThrownBy(() -> identity.newGroup(id)).isInstanceOf(ProcessEngineException.class);
            }
        }
    }

    private static String task(TestEngine engine) {
        engine.deploy(Bpmn.createExecutableProcess("leaving").startEvent()
                .userTask("decide").boundaryEvent("failed").error("wrong").endEvent()
                .moveToActivity("decide").endEvent().done());
        engine.engine.getRuntimeService().startProcessInstanceByKey("leaving");
        return engine.engine.getTaskService().createTaskQuery().singleResult().getId();
    }
}
