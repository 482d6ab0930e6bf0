package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;

import java.util.Map;

/**
 * Submitting the form of a task is completing it, by the same guard.
 */
class GuardedFormService extends FormServiceImpl {

    private final Completions completions;

    GuardedFormService(Completions completions) {
        this.completions = completions;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> values) {
        commandExecutor.execute(new CompleteGuardedTask(completions, taskId, values, false, false));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> values, boolean deserialize) {
        return commandExecutor.execute(new CompleteGuardedTask(completions, taskId, values, true, deserialize));
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes", "deprecation"})
    public void submitTaskFormData(String taskId, Map<String, String> values) {
        submitTaskForm(taskId, (Map) values);
    }
}
