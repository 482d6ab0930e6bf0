package org.countersign.engine.hardening.task;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.engine.form.Feel;
import org.countersign.engine.form.FormCheck;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * Completes a user task after person, form and rule were asked, all within one command: either everything is stored or
 * nothing is.
 */
class Completions {

    private final Rules rules;
    private final Holders holders;
    private final DeployedForms forms = new DeployedForms();
    /** Executions whose task is being completed here, innermost last; the listeners let no other completion pass. */
    private final ThreadLocal<Deque<String>> passing = ThreadLocal.withInitial(ArrayDeque::new);

    Completions(Rules rules, Holders holders) {
        this.rules = rules;
        this.holders = holders;
    }

    VariableMap complete(CommandContext context, CompleteGuardedTask command) {
        TaskEntity task = context.getTaskManager().findTaskById(command.taskId());
        if (task == null) {
            throw new TaskRefused("This task is no longer there: it was completed a moment ago, or the process went on"
                    + " without it. Reload your task list.");
        }
        for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
            checker.checkTaskWork(task);
        }
        if (task.getProcessDefinitionId() == null) {
            return withoutRule(context, command);
        }
        return withRule(context, task, command);
    }

    boolean passing(String executionId) {
        return passing.get().contains(executionId);
    }

    private VariableMap withRule(CommandContext context, TaskEntity task, CompleteGuardedTask command) {
        TaskInHand hand = holders.inHand(task);
        String userId = context.getAuthenticatedUserId();
        checkHeldBy(userId, task);
        holders.check(task, hand, userId);
        DeployedForms.Deployed form = forms.of(task);
        FormAnswers answers = FormCheck.check(form.schema(), form.version(), feel(), hand.variables(),
                PlainValues.of(command.variables()));
        Map<String, Object> decided = rules.of(hand.processKey(), hand.taskKey()).complete(hand, userId, answers);
        passing.get().addLast(task.getExecutionId());
        try {
            return new CompleteTaskCmd(task.getId(), decided, command.returnVariables(), command.deserialize())
                    .execute(context);
        } finally {
            passing.get().removeLast();
        }
    }

    /** A task outside of any process, made by hand: nothing of ours hangs on it. */
    private static VariableMap withoutRule(CommandContext context, CompleteGuardedTask command) {
        return new CompleteTaskCmd(command.taskId(), command.variables(), command.returnVariables(), command.deserialize())
                .execute(context);
    }

    private static void checkHeldBy(String userId, TaskEntity task) {
        if (userId == null) {
            throw new TaskRefused("Nobody is signed in: a task is completed by the person who holds it.");
        }
        if (task.getAssignee() == null) {
            throw new TaskRefused("Nobody holds this task: claim it first, then complete it.");
        }
        if (!userId.equals(task.getAssignee())) {
            throw new TaskRefused("Somebody else holds this task: only the person who holds it can complete it.");
        }
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw new TaskRefused("This task was delegated to you for advice: resolve it, so that its owner can complete it.");
        }
    }

    private static Feel feel() {
        FeelEngine engine = Context.getProcessEngineConfiguration().getDmnEngineConfiguration().getFeelEngine();
        return (expression, context) -> engine.evaluateSimpleExpression(expression,
                Variables.fromMap(context).asVariableContext());
    }
}
