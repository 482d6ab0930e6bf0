package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.countersign.engine.task.TaskRefused;

/**
 * The belt to the braces: listeners on every user task that see each assignment, and each way in which a task can end
 * other than by cancellation, also those that never come near the task service. Built-in listeners cannot be skipped.
 */
class GuardListeners extends AbstractBpmnParseListener {

    private final Holders holders;
    private final Completions completions;

    GuardListeners(Holders holders, Completions completions) {
        this.holders = holders;
        this.completions = completions;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::onAssignment);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed -> onEnd(completed.getExecutionId()));
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
            if (!execution.isCanceled()) {
                onEnd(execution.getId());
            }
        });
    }

    private void onAssignment(DelegateTask assigned) {
        if (assigned.getAssignee() != null) {
            TaskEntity task = (TaskEntity) assigned;
            holders.check(task, holders.inHand(task), assigned.getAssignee());
        }
    }

    private void onEnd(String executionId) {
        if (!completions.passing(executionId)) {
            throw new TaskRefused("A task ends by being completed by the person who holds it, in no other way.");
        }
    }
}
