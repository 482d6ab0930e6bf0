package org.countersign.escalation.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.countersign.engine.access.AsApplication;
import org.countersign.engine.task.WaitingTask;
import org.countersign.escalation.Ladder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Compares the ladder with the engine's tasks: those of an installation that is older than the ladder, and those that an
 * administrator made or ended without their listeners, are found here.
 */
@Component
class Comparison {

    private static final Logger log = LoggerFactory.getLogger(Comparison.class);

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AsApplication application;
    private final Ladder ladder;

    Comparison(TaskService tasks, RuntimeService runtime, RepositoryService repository, AsApplication application,
               Ladder ladder) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
        this.application = application;
        this.ladder = ladder;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void run() {
        Set<String> open = ladder.open();
        Map<String, Task> waiting = application.ask(() -> tasks.createTaskQuery().list()).stream()
                .filter(task -> task.getProcessDefinitionId() != null)
                .collect(Collectors.toMap(task -> TaskClimb.key(task.getId()), task -> task));
        Set<String> missing = new HashSet<>(waiting.keySet());
        missing.removeAll(open);
        missing.forEach(key -> application.ask(() -> {
            ladder.open(TaskClimb.of(read(waiting.get(key))));
            return key;
        }));
        open.removeAll(waiting.keySet());
        // What ended or began between the two queries is closed twice, which does nothing, or found next time.
        open.stream().filter(this::gone).forEach(ladder::close);
        if (!missing.isEmpty() || !open.isEmpty()) {
            log.info("{} tasks were put on the ladder, {} were looked at again", missing.size(), open.size());
        }
    }

    private boolean gone(String key) {
        return application.ask(() -> tasks.createTaskQuery().taskId(Ladder.taskOf(key)).count()) == 0;
    }

    private WaitingTask read(Task task) {
        ProcessDefinition process = repository.getProcessDefinition(task.getProcessDefinitionId());
        ProcessInstance instance = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
                .singleResult();
        Map<String, Object> variables = tasks.getVariables(task.getId(), TaskClimb.variables());
        return new WaitingTask(task.getId(), process.getKey(), task.getTaskDefinitionKey(), task.getProcessInstanceId(),
                instance == null ? null : instance.getBusinessKey(), task.getName(),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet()),
                task.getAssignee(), task.getCreateTime().toInstant(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(), variables::get);
    }
}
