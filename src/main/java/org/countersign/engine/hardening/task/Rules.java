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
    private volatile boolean enforced;

    Rules(Supplier<List<TaskRule>> source) {
        this.source = source;
    }

    /** @throws TaskRefused when no rule speaks for the task, or more than one */
    TaskRule of(String processKey, String taskKey) {
        String complaint = complaint(processKey, taskKey);
        if (complaint != null) {
            throw new TaskRefused(complaint + " Tell the process owner.");
        }
        return speaking(processKey, taskKey).get(0);
    }

    private List<TaskRule> speaking(String processKey, String taskKey) {
        return rules().stream().filter(rule -> rule.governs(processKey, taskKey)).toList();
    }

    /** From now on deployments are checked: while the engine starts, the modules that bring the rules are not there yet. */
    void enforceAtDeployment() {
        enforced = true;
    }

    /** What is wrong with a user task that is deployed, or null. */
    String complaintAtDeployment(String processKey, String taskKey) {
        return enforced ? complaint(processKey, taskKey) : null;
    }

    /** What is wrong with the rules of a user task, or null when exactly one speaks for it. */
    String complaint(String processKey, String taskKey) {
        int speaking = speaking(processKey, taskKey).size();
        return speaking == 1 ? null : "%s answers for the user task %s of the process %s: exactly one must."
                .formatted(speaking == 0 ? "No rule" : "More than one rule", taskKey, processKey);
    }

    private List<TaskRule> rules() {
        if (rules == null) {
            rules = List.copyOf(source.get());
        }
        return rules;
    }
}
