package org.countersign.engine.task;

import java.util.Map;

/**
 * What a module demands of its own user tasks, whichever way a completion comes in: Tasklist, REST or Java. The engine's
 * guard has checked before that the person is a candidate and holds the task, and that the answers fit the form.
 */
public interface TaskRule {

    /** Whether this rule answers for the task. Exactly one rule must answer for each user task of a guarded process. */
    boolean governs(String processKey, String taskKey);

    /**
     * Asked when somebody takes the task or is given it, and again at completion.
     *
     * @throws TaskRefused when this person may not hold this task
     */
    void checkHolder(TaskInHand task, String userId);

    /**
     * Does what the answers ask for, in the transaction of the completion. Free text stays here: what is returned
     * becomes process variables.
     *
     * @return the variables that the diagram reads next: decisions and ids, nothing typed
     * @throws TaskRefused when the answers cannot stand
     */
    Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers);
}
