package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Who holds a task may give it back; to take it away from somebody else needs the right to assign. The engine asks for that
 * right of the holder too, and asks nobody who claims a task for nobody.
 */
record ReleaseGuardedTask(String taskId) implements Command<Void> {

    @Override
    public Void execute(CommandContext context) {
        TaskEntity task = context.getTaskManager().findTaskById(taskId);
        String authenticated = context.getAuthenticatedUserId();
        return task != null && authenticated != null && authenticated.equals(task.getAssignee())
                ? new ClaimTaskCmd(taskId, null).execute(context)
                : new AssignTaskCmd(taskId, null).execute(context);
    }
}
