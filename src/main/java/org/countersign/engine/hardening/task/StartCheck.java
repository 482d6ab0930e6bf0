package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Looks at the processes that come with the application, as they are deployed when it starts.
 */
class StartCheck {

    private final Rules rules;
    private final RepositoryService repository;

    StartCheck(Rules rules, ProcessEngine engine) {
        this.rules = rules;
        this.repository = engine.getRepositoryService();
    }

    void run() {
        List<String> complaints = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .filter(StartCheck::comesWithTheApplication).flatMap(this::complaints).toList();
        if (!complaints.isEmpty()) {
            throw new IllegalStateException(String.join(" ", complaints));
        }
    }

    private Stream<String> complaints(ProcessDefinition process) {
        return repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                .map(task -> rules.complaint(process.getKey(), task.getId())).filter(Objects::nonNull);
    }

    private static boolean comesWithTheApplication(ProcessDefinition process) {
        return StartCheck.class.getClassLoader().getResource(process.getResourceName()) != null;
    }
}
