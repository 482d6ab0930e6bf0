package org.countersign.engine.task;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/**
 * A user task that waits for somebody.
 *
 * @param processKey  key of the process definition, {@code post-review}
 * @param taskKey     id of the user task in the diagram, {@code reviewPost}
 * @param businessKey id of what the process is about, or null
 * @param name        as the task list shows it: labels only
 * @param candidates  groups that may take it
 * @param assignee    who holds the task, or null
 * @param due         the due date that the process gave it, or null
 * @param variable    a variable visible to the task, by name; null when there is none
 */
public record WaitingTask(String id, String processKey, String taskKey, String processInstanceId, String businessKey,
                          String name, Set<String> candidates, String assignee, Instant since, Instant due,
                          Function<String, Object> variable) {
}
