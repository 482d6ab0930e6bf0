package org.countersign.escalation;

import org.countersign.engine.task.TaskRefused;

/**
 * Gives a task to somebody: answered by the adapter to the engine.
 */
public interface TaskHands {

    /** @throws TaskRefused when this person may not hold the task */
    void give(String key, String userId);
}
