package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

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

    private static String task(TestEngine engine) {
        engine.deploy(Bpmn.createExecutableProcess("leaving").startEvent()
                .userTask("decide").boundaryEvent("failed").error("wrong").endEvent()
                .moveToActivity("decide").endEvent().done());
        engine.engine.getRuntimeService().startProcessInstanceByKey("leaving");
        return engine.engine.getTaskService().createTaskQuery().singleResult().getId();
    }
}
