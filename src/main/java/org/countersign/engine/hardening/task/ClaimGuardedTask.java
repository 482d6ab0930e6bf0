package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.countersign.engine.task.TaskRefused;

/**
 * Claiming is for oneself; giving a task to somebody else needs the right to assign. The holder is checked here besides the
 * listener: a refusal is nothing that has to stand in the log as an error with its stack.
 */
record ClaimGuardedTask(Holders holders, String taskId, String userId) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        if (task != null) {
            for (CommandChecker checker : context.getProcessEngineConfiguration().getCommandCheckers()) {
                checker.checkTaskWork(task);
            }
            if (task.getProcessDefinitionId() != null) {
                checkForOneself(context.getAuthenticatedUserId());
                holders.check(task, holders.inHand(task), userId);
            }
        }
        return new ClaimTaskCmd(taskId, userId).execute(context);
    }

    private void checkForOneself(String authenticated) {
        if (authenticated == null) {
            throw new TaskRefused("Nobody is signed in: a task is claimed by the person who will hold it.");
        }
        if (!authenticated.equals(userId)) {
            throw new TaskRefused("A task is claimed for oneself only.");
        }
    }
}
