package org.countersign.benchmark;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRule;

import java.util.Map;

/** Lets everybody decide, and keeps nothing. Person and form are checked by the engine's guard all the same. */
final class EmptyRule implements TaskRule {

    @Override
    public boolean governs(String processKey, String taskKey) {
        return processKey.startsWith(Baseline.PREFIX);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        task.id();
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        return Map.of("decision", "APPROVE");
    }
}
