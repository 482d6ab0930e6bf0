package org.countersign.benchmark;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.TaskQuery;
import org.countersign.people.Role;

import java.util.List;

/**
 * The task list of a role as Tasklist asks for it: one page and the number of all, signed in, with authorizations.
 */
record TaskList(ProcessEngine engine) {

    private static final int REPETITIONS = 20;

    /** Open tasks of a process, of all roles. */
    long open(String process) {
        return engine.getTaskService().createTaskQuery().processDefinitionKey(process).count();
    }

    /** The usual time of one look, in milliseconds. */
    double median(Role role) {
        Timings looks = new Timings();
        engine.getIdentityService().setAuthentication(Reviewers.person(role), List.of(role.id()));
        try {
            for (int i = 0; i < REPETITIONS; i++) {
                long begin = System.nanoTime();
                TaskQuery waiting = engine.getTaskService().createTaskQuery().taskCandidateGroup(role.id());
                waiting.count();
                waiting.orderByDueDate().asc().listPage(0, 15);
                looks.add(System.nanoTime() - begin);
            }
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        return looks.percentile(50);
    }
}
