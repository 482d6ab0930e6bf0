package org.countersign.engine.hardening.task;

import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;

import java.util.List;
import java.util.function.Supplier;

/**
 * The rules of all modules, and which of them speaks for a user task.
 */
class Rules {

    private final Supplier<List<TaskRule>> source;
    private volatile List<TaskRule> rules;

    Rules(Supplier<List<TaskRule>> source) {
        this.source = source;
    }

    /** @throws TaskRefused when no rule speaks for the task, or more than one */
    TaskRule of(String processKey, String taskKey) {
        List<TaskRule> speaking = speaking(processKey, taskKey);
        if (speaking.size() != 1) {
            throw new TaskRefused(complaint(processKey, taskKey, speaking.size()));
        }
        return speaking.get(0);
    }

    List<TaskRule> speaking(String processKey, String taskKey) {
        return rules().stream().filter(rule -> rule.governs(processKey, taskKey)).toList();
    }

    static String complaint(String processKey, String taskKey, int speaking) {
        return "%s answers for the user task %s of the process %s: exactly one must. Tell the process owner."
                .formatted(speaking == 0 ? "No rule" : "More than one rule", taskKey, processKey);
    }

    private List<TaskRule> rules() {
        if (rules == null) {
            rules = List.copyOf(source.get());
        }
        return rules;
    }
}
