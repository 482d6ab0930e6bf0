package org.countersign.adoption.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepTask;
import org.countersign.adoption.StepTasks;
import org.countersign.engine.access.AsApplication;
import org.springframework.stereotype.Component;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds tasks of the steps by their id, and their program by the business key of their process.
 */
@Component
class EngineStepTasks implements StepTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AsApplication application;

    EngineStepTasks(TaskService tasks, RuntimeService runtime, RepositoryService repository, AsApplication application) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.application = application;
    }

    @Override
    public Optional<StepTask> find(String taskId) {
        return application.ask(() -> Optional.ofNullable(
                tasks.createTaskQuery().taskId(taskId).initializeFormKeys().singleResult()).flatMap(this::read));
    }

    private Optional<StepTask> read(Task task) {
        return stepOf(task).map(step -> {
            String program = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
                    .singleResult().getBusinessKey();
            Set<String> candidates = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(link -> link.getUserId() == null ? link.getGroupId() : link.getUserId()).collect(Collectors.toSet());
            return new StepTask(task.getId(), task.getName(), UUID.fromString(program), step,
                    task.getCamundaFormRef().getKey(), task.getAssignee(), candidates);
        });
    }

    private Optional<Step> stepOf(Task task) {
        return task.getProcessDefinitionId() == null ? Optional.empty()
                : Step.of(repository.getProcessDefinition(task.getProcessDefinitionId()).getKey());
    }
}
