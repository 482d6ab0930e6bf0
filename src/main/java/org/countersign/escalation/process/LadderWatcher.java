package org.countersign.escalation.process;

import org.countersign.engine.task.TaskWatcher;
import org.countersign.engine.task.WaitingTask;
import org.countersign.escalation.Ladder;
import org.springframework.stereotype.Component;

/**
 * Puts every user task on the ladder while it waits.
 */
@Component
class LadderWatcher implements TaskWatcher {

    private final Ladder ladder;

    LadderWatcher(Ladder ladder) {
        this.ladder = ladder;
    }

    @Override
    public void created(WaitingTask task) {
        ladder.open(TaskClimb.of(task));
    }

    @Override
    public void assigned(String taskId, String userId) {
        ladder.held(TaskClimb.key(taskId), userId);
    }

    @Override
    public void ended(String taskId) {
        ladder.close(TaskClimb.key(taskId));
    }
}
