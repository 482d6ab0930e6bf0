package org.countersign.people.process;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * The filters in Tasklist: what I hold, and for each role that has tasks what waits for somebody, the most urgent first.
 * A role's filter is seen by that role only.
 */
@Component
class TaskFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    void createMissing() {
        Filter mine = find("My tasks", "What I have claimed", 0,
                tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        grants.grantEverybody(Resources.FILTER, mine.getId(), Permissions.READ);
        for (Role role : Role.values()) {
            if (!role.works()) {
                continue;
            }
            Filter waiting = find(role.label() + ": waiting", "What nobody of this role has claimed yet", 10,
                    tasks.createTaskQuery().taskCandidateGroup(role.id()));
            grants.grant(role.id(), Resources.FILTER, waiting.getId(), Permissions.READ);
        }
    }

    private Filter find(String name, String description, int priority, TaskQuery query) {
        return filters.createTaskFilterQuery().filterName(name).list().stream().findFirst()
                .orElseGet(() -> filters.saveFilter(filters.newTaskFilter(name)
                        .setQuery(query.orderByDueDate().asc())
                        .setProperties(Map.of(
                                "description", description,
                                "priority", priority,
                                "refresh", false))));
    }
}
