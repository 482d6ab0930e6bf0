package org.countersign.escalation.process;

import org.camunda.bpm.engine.TaskService;
import org.countersign.engine.access.AsApplication;
import org.countersign.escalation.Ladder;
import org.countersign.escalation.TaskHands;
import org.springframework.stereotype.Component;

/**
 * Gives tasks as the application: the right to assign is nobody's. The guard of tasks is asked all the same.
 */
@Component
class EngineTaskHands implements TaskHands {

    private final TaskService tasks;
    private final AsApplication application;

    EngineTaskHands(TaskService tasks, AsApplication application) {
        this.tasks = tasks;
        this.application = application;
    }

    @Override
    public void give(String key, String userId) {
        application.ask(() -> {
            tasks.setAssignee(Ladder.taskOf(key), userId);
            return key;
        });
    }
}
