package org.countersign.review.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

import java.util.Optional;

/**
 * Who has claimed the open review of a role.
 */
@Component
class WaitingReview {

    private final TaskService tasks;

    WaitingReview(TaskService tasks) {
        this.tasks = tasks;
    }

    Optional<String> holder(String processInstanceId, String role) {
        return tasks.createTaskQuery().processInstanceId(processInstanceId)
                .taskDefinitionKey(PostReview.REVIEW_POST).taskCandidateGroup(role).includeAssignedTasks().list()
                .stream().map(Task::getAssignee).filter(assignee -> assignee != null).findFirst();
    }
}
