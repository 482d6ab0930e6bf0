package org.countersign.escalation.process;

import org.countersign.engine.task.WaitingTask;
import org.countersign.escalation.Climb;
import org.countersign.escalation.Ladder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * What the ladder needs of a task. A process that counts its own moments gives its tasks the variables {@code halfwayAt},
 * {@code nearlyAt} and {@code dueAt}, and may name {@code escalateTo}, a role; of a due date alone the parts are counted.
 */
final class TaskClimb {

    private static final String HALFWAY_AT = "halfwayAt";
    private static final String NEARLY_AT = "nearlyAt";
    private static final String DUE_AT = "dueAt";
    private static final String ESCALATE_TO = "escalateTo";
    private static final String RISK_CLASS = "riskClass";
    private static final int LONGEST_NAME = 200;

    private TaskClimb() {
    }

    static String key(String taskId) {
        return Ladder.keyOfTask(taskId);
    }

    static Climb of(WaitingTask task) {
        Climb climb = Climb.of(key(task.id()), stream(task), task.processKey(), task.taskKey(), name(task),
                task.candidates().stream().sorted().toList(),
                task.variable().apply(RISK_CLASS) instanceof Number number ? number.intValue() : null, task.assignee(),
                task.since(), task.variable().apply(ESCALATE_TO) instanceof String role ? role : null,
                "/camunda/app/tasklist/default/#/?task=" + task.id());
        if (task.variable().apply(HALFWAY_AT) instanceof Date halfway
                && task.variable().apply(NEARLY_AT) instanceof Date nearly
                && task.variable().apply(DUE_AT) instanceof Date due) {
            return climb.due(halfway.toInstant(), nearly.toInstant(), due.toInstant());
        }
        return task.due() == null ? climb
                : climb.due(part(task.since(), task.due(), 50), part(task.since(), task.due(), 80), task.due());
    }

    private static Instant part(Instant since, Instant due, int percent) {
        return since.plus(Duration.between(since, due).multipliedBy(percent).dividedBy(100));
    }

    /** What the process is about when that has an id of ours, otherwise the process itself. */
    private static UUID stream(WaitingTask task) {
        try {
            return UUID.fromString(String.valueOf(task.businessKey()));
        } catch (IllegalArgumentException noId) {
            return UUID.nameUUIDFromBytes(task.processInstanceId().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String name(WaitingTask task) {
        String name = task.name() == null || task.name().isBlank() ? task.taskKey() : task.name();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    static List<String> variables() {
        return List.of(HALFWAY_AT, NEARLY_AT, DUE_AT, ESCALATE_TO, RISK_CLASS);
    }
}
