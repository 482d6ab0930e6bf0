package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.countersign.engine.task.TaskWatcher;
import org.countersign.engine.task.WaitingTask;

import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells the watchers of the life of each user task. Built-in listeners come before those of the diagram, so that the
 * creation, which must come after them, is heard by an ordinary one; what that misses is found by whoever compares.
 */
class WatchListeners extends AbstractBpmnParseListener {

    private final Supplier<List<TaskWatcher>> watchers;

    WatchListeners(Supplier<List<TaskWatcher>> watchers) {
        this.watchers = watchers;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_CREATE, created ->
                tell(watcher -> watcher.created(waiting((TaskEntity) created))));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, assigned ->
                tell(watcher -> watcher.assigned(assigned.getId(), assigned.getAssignee())));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, this::ended);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, this::ended);
    }

    private void ended(DelegateTask task) {
        tell(watcher -> watcher.ended(task.getId()));
    }

    private void tell(Consumer<TaskWatcher> message) {
        watchers.get().forEach(message);
    }

    private static WaitingTask waiting(TaskEntity task) {
        Date due = task.getDueDate();
        return new WaitingTask(task.getId(), task.getProcessDefinition().getKey(), task.getTaskDefinitionKey(),
                task.getProcessInstanceId(), task.getExecution().getProcessBusinessKey(), task.getName(),
                Holders.candidateGroups(task), task.getAssignee(), task.getCreateTime().toInstant(),
                due == null ? null : due.toInstant(), task::getVariable);
    }
}
