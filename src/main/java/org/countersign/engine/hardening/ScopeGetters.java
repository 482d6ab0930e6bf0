package org.countersign.engine.hardening;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;

import java.util.Map;
import java.util.function.Function;

/**
 * What {@code execution} and {@code task} tell in an expression: ids, names, dates and variables. Everything else about them,
 * above all the services of the engine, stays out of reach.
 */
class ScopeGetters extends ResolverBase {

    private static final Map<String, Function<DelegateExecution, Object>> EXECUTION = Map.of(
            "id", DelegateExecution::getId,
            "businessKey", DelegateExecution::getProcessBusinessKey,
            "processBusinessKey", DelegateExecution::getProcessBusinessKey,
            "processInstanceId", DelegateExecution::getProcessInstanceId,
            "processDefinitionId", DelegateExecution::getProcessDefinitionId,
            "activityInstanceId", DelegateExecution::getActivityInstanceId,
            "currentActivityId", DelegateExecution::getCurrentActivityId,
            "currentActivityName", DelegateExecution::getCurrentActivityName);

    private static final Map<String, Function<DelegateTask, Object>> TASK = Map.of(
            "id", DelegateTask::getId,
            "name", DelegateTask::getName,
            "assignee", DelegateTask::getAssignee,
            "owner", DelegateTask::getOwner,
            "dueDate", DelegateTask::getDueDate,
            "createTime", DelegateTask::getCreateTime,
            "taskDefinitionKey", DelegateTask::getTaskDefinitionKey,
            "processInstanceId", DelegateTask::getProcessInstanceId,
            "processDefinitionId", DelegateTask::getProcessDefinitionId,
            "execution", DelegateTask::getExecution);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        Function<Object, Object> getter = getter(base, property);
        if (getter == null) {
            return null;
        }
        context.setPropertyResolved(true);
        return getter.apply(base);
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base instanceof VariableScope scope && arguments != null && arguments.length == 1
                && arguments[0] instanceof String variable) {
            switch (String.valueOf(method)) {
                case "getVariable" -> {
                    context.setPropertyResolved(true);
                    return scope.getVariable(variable);
                }
                case "hasVariable" -> {
                    context.setPropertyResolved(true);
                    return scope.hasVariable(variable);
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, Object> getter(Object base, Object property) {
        if (base instanceof DelegateExecution) {
            return (Function<Object, Object>) (Function<?, Object>) EXECUTION.get(String.valueOf(property));
        }
        if (base instanceof DelegateTask) {
            return (Function<Object, Object>) (Function<?, Object>) TASK.get(String.valueOf(property));
        }
        return null;
    }
}
