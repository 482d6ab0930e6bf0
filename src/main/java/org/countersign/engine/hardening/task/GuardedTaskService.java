package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.countersign.engine.task.TaskRefused;

import java.io.InputStream;
import java.util.Map;

/**
 * The task service that Tasklist, REST and Java get: completes only through the guard, and closes the side doors by
 * which a task could end, or text could be kept, without it.
 */
class GuardedTaskService extends TaskServiceImpl {

    private final Completions completions;
    private final Holders holders;

    GuardedTaskService(Completions completions, Holders holders) {
        this.completions = completions;
        this.holders = holders;
    }

    @Override
    public void complete(String taskId) {
        complete(taskId, null);
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        commandExecutor.execute(new CompleteGuardedTask(completions, taskId, variables, false, false));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(String taskId, Map<String, Object> variables, boolean deserialize) {
        return commandExecutor.execute(new CompleteGuardedTask(completions, taskId, variables, true, deserialize));
    }

    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(userId == null ? new ReleaseGuardedTask(taskId) : new ClaimGuardedTask(holders, taskId, userId));
    }

    @Override
    public void setAssignee(String taskId, String userId) {
        if (userId == null) {
            commandExecutor.execute(new ReleaseGuardedTask(taskId));
        } else {
            super.setAssignee(taskId, userId);
        }
    }

    @Override
    public void resolveTask(String taskId, Map<String, Object> variables) {
        if (variables != null && !variables.isEmpty()) {
            refuseInProcess(taskId, "A delegated task is handed back without values: its owner fills in the form.");
        }
        super.resolveTask(taskId);
    }

    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        if (taskId == null || inProcess(taskId)) {
            throw new TaskRefused("Comments are written in the review page, so that they are kept with the record.");
        }
        return super.createComment(taskId, processInstanceId, message);
    }

    @Override
    public void addComment(String taskId, String processInstanceId, String message) {
        createComment(taskId, processInstanceId, message);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name,
                                       String description, InputStream content) {
        refuseAttachment(taskId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, content);
    }

    @Override
    public Attachment createAttachment(String type, String taskId, String processInstanceId, String name,
                                       String description, String url) {
        refuseAttachment(taskId);
        return super.createAttachment(type, taskId, processInstanceId, name, description, url);
    }

    private void refuseAttachment(String taskId) {
        if (taskId == null || inProcess(taskId)) {
            throw new TaskRefused("Files are kept with the post, not with the task.");
        }
    }

    private void refuseInProcess(String taskId, String message) {
        if (inProcess(taskId)) {
            throw new TaskRefused(message);
        }
    }

    private boolean inProcess(String taskId) {
        return commandExecutor.execute(context -> {
            Task task = context.getTaskManager().findTaskById(taskId);
            return task != null && task.getProcessDefinitionId() != null;
        });
    }
}
