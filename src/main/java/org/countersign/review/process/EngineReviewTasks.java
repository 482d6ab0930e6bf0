package org.countersign.review.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.countersign.engine.access.AsApplication;
import org.countersign.review.ReviewTask;
import org.countersign.review.ReviewTasks;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Finds tasks by their id, and their post by the business key of their process.
 */
@Component
class EngineReviewTasks implements ReviewTasks {

    private static final String DELIVERY_ID = "deliveryId";
    private static final List<String> VARIABLES = List.of(PostReview.VERSION_NUMBER, PostReview.ROLE, DELIVERY_ID);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final AsApplication application;

    EngineReviewTasks(TaskService tasks, RuntimeService runtime, AsApplication application) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.application = application;
    }

    @Override
    public Optional<ReviewTask> find(String taskId) {
        return application.ask(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult())
                .flatMap(task -> postOf(task).map(postId -> read(task, postId))));
    }

    @Override
    public List<ReviewTask> of(UUID postId) {
        return application.ask(() -> tasks.createTaskQuery().processInstanceBusinessKey(postId.toString()).list().stream()
                .map(task -> read(task, postId)).toList());
    }

    private Optional<UUID> postOf(Task task) {
        ProcessInstance instance = task.getProcessInstanceId() == null ? null : runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId()).singleResult();
        try {
            return Optional.ofNullable(instance).map(ProcessInstance::getBusinessKey).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            // Some other process, whose business key is no post.
            return Optional.empty();
        }
    }

    private ReviewTask read(Task task, UUID postId) {
        Map<String, Object> variables = tasks.getVariables(task.getId(), VARIABLES);
        Set<String> candidates = new HashSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            candidates.add(link.getUserId() == null ? link.getGroupId() : link.getUserId());
        }
        Object delivery = variables.get(DELIVERY_ID);
        return new ReviewTask(task.getId(), task.getTaskDefinitionKey(), task.getName(), postId,
                variables.get(PostReview.VERSION_NUMBER) instanceof Number number ? number.intValue() : null,
                (String) variables.get(PostReview.ROLE), delivery == null ? null : UUID.fromString(delivery.toString()),
                task.getAssignee(), candidates, task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}
