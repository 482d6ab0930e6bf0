package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.variable.VariableMap;

import java.util.Map;

/**
 * What a client asks for when it completes a task or submits its form.
 */
record CompleteGuardedTask(Completions completions, String taskId, Map<String, Object> variables, boolean returnVariables,
                           boolean deserialize) implements Command<VariableMap> {

    @Override
    public VariableMap execute(CommandContext context) {
        return completions.complete(context, this);
    }
}
