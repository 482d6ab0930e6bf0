package org.countersign.engine.task;

import java.util.Map;
import java.util.Set;

/**
 * A user task that somebody is about to take or to complete.
 *
 * @param processKey  key of the process definition, {@code post-review}
 * @param taskKey     id of the user task in the diagram, {@code reviewPost}
 * @param businessKey id of what the process is about, normally the post
 * @param assignee    who holds the task, or null
 * @param candidates  groups that may take it
 * @param variables   variables visible to the task before completion
 */
public record TaskInHand(String id, String processKey, String taskKey, String processInstanceId, String businessKey,
                         String assignee, Set<String> candidates, Map<String, Object> variables) {

    public boolean is(String processKey, String taskKey) {
        return this.processKey.equals(processKey) && this.taskKey.equals(taskKey);
    }

    public String text(String variable) {
        Object value = variables.get(variable);
        return value == null ? null : value.toString();
    }
}
