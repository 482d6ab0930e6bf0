package org.countersign.publishing.process;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;
import org.countersign.publishing.DeliveryState;

import java.util.Map;
import java.util.UUID;

/**
 * What the tasks of publishers have in common. Who may hold one is the matter of the group alone: whoever approved or
 * wrote the post may also post it, because nothing is decided about its content here.
 */
abstract class PublicationTask implements TaskRule {

    static final String PROCESS = "publish-post";

    private final String taskKey;

    PublicationTask(String taskKey) {
        this.taskKey = taskKey;
    }

    @Override
    public boolean governs(String processKey, String taskKey) {
        return PROCESS.equals(processKey) && this.taskKey.equals(taskKey);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        // Membership in the group was checked by the guard.
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        try {
            return decide(UUID.fromString(task.text(PublicationVariables.DELIVERY_ID)), userId, answers);
        } catch (IllegalArgumentException e) {
            throw new TaskRefused(e.getMessage());
        }
    }

    /** @throws IllegalArgumentException with a sentence for people when the answers cannot stand */
    abstract Map<String, Object> decide(UUID deliveryId, String userId, FormAnswers answers);

    static Map<String, Object> outcome(DeliveryState state) {
        return Map.of(PublicationVariables.DELIVERY_OUTCOME, state.name());
    }

    static IllegalArgumentException unknownChoice() {
        return new IllegalArgumentException("Choose one of the answers.");
    }
}
