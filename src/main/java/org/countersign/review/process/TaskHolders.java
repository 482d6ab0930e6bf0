package org.countersign.review.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.Holders;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who holds a post: the people who have claimed its tasks, and the roles whose tasks nobody has claimed.
 */
@Component
class TaskHolders implements Holders {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Directory directory;

    TaskHolders(TaskService tasks, RuntimeService runtime, Directory directory) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.directory = directory;
    }

    @Override
    public Map<UUID, List<String>> of(Collection<UUID> postIds) {
        if (postIds.isEmpty()) {
            return Map.of();
        }
        String[] keys = postIds.stream().map(UUID::toString).toArray(String[]::new);
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKeyIn(keys).list();
        Map<String, String> posts = postsOf(open);
        Map<UUID, List<String>> holders = new HashMap<>();
        for (Task task : open) {
            UUID postId = UUID.fromString(posts.get(task.getProcessInstanceId()));
            holders.computeIfAbsent(postId, id -> new ArrayList<>()).addAll(holders(task));
        }
        return holders;
    }

    private List<String> holders(Task task) {
        if (task.getAssignee() != null) {
            return List.of(directory.find(task.getAssignee()).map(Person::name).orElse(task.getAssignee()));
        }
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId).map(id -> Role.of(id).map(Role::label).orElse(id)).toList();
    }

    private Map<String, String> postsOf(List<Task> open) {
        if (open.isEmpty()) {
            return Map.of();
        }
        return runtime.createProcessInstanceQuery()
                .processInstanceIds(open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).list()
                .stream().collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}
