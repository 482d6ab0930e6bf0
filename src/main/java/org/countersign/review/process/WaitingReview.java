package org.countersign.review.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import java.util.Optional;

/**
 * The open review of a role, claimed or not.
 */
@Component
class WaitingReview {

    private final TaskService tasks;

    WaitingReview(TaskService tasks) {
        this.tasks = tasks;
    }

    /** The id of the task of the role that the execution is about. */
    Optional<String> of(DelegateExecution execution) {
        return tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(PostReview.REVIEW_POST)
                .taskCandidateGroup(PostReview.text(execution, PostReview.ROLE)).includeAssignedTasks().list().stream()
                .map(Task::getId).findFirst();
    }
}
