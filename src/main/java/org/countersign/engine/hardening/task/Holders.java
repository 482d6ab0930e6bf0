package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may hold a task: a member of one of its candidate groups, a candidate by name, or the person to whom the diagram
 * itself gives it; and then only when the rule of its module agrees.
 */
class Holders {

    private final Rules rules;

    Holders(Rules rules) {
        this.rules = rules;
    }

    /** @throws TaskRefused when this person may not hold this task */
    void check(TaskEntity task, TaskInHand hand, String userId) {
        if (!isCandidate(task, hand.candidates(), userId)) {
            throw new TaskRefused("Only a candidate can hold this task: "
                    + (hand.candidates().isEmpty() ? "it is meant for somebody else."
                    : "it is meant for members of " + String.join(", ", hand.candidates().stream().sorted().toList()) + "."));
        }
        rules.of(hand.processKey(), hand.taskKey()).checkHolder(hand, userId);
    }

    TaskInHand inHand(TaskEntity task) {
        return new TaskInHand(task.getId(), task.getProcessDefinition().getKey(), task.getTaskDefinitionKey(),
                task.getProcessInstanceId(), task.getExecution().getProcessBusinessKey(), task.getAssignee(),
                candidateGroups(task), PlainValues.of(task.getVariables()));
    }

    static Set<String> candidateGroups(TaskEntity task) {
        return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(id -> id != null)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isCandidate(TaskEntity task, Set<String> groups, String userId) {
        return task.getCandidates().stream().anyMatch(link -> userId.equals(link.getUserId()))
                || groupsOf(userId).stream().anyMatch(groups::contains)
                || userId.equals(givenTo(task));
    }

    /** The groups as they are stored: what a caller claims about its own groups is not asked. */
    private static List<String> groupsOf(String userId) {
        return Context.getCommandContext().runWithoutAuthorization(() ->
                Context.getProcessEngineConfiguration().getIdentityService().createGroupQuery().groupMember(userId)
                        .list().stream().map(Group::getId).toList());
    }

    private static String givenTo(TaskEntity task) {
        Expression assignee = task.getTaskDefinition().getAssigneeExpression();
        Object person = assignee == null ? null : assignee.getValue(task);
        return person == null ? null : person.toString();
    }
}
