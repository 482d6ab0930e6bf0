package org.countersign.benchmark;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.countersign.ReviewForm;
import org.countersign.people.Role;
import org.slf4j.LoggerFactory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Simulated reviewers, one person for each role that reviews. Each looks into the task list as Tasklist does, signed in to
 * the engine, takes what waits for the role, and approves it with the safe answer to every question.
 */
final class Reviewers implements AutoCloseable {

    private static final int PAGE = 20;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final ProcessEngine engine;
    private final String process;
    private final Timings completions;
    private final ExecutorService people;
    private volatile boolean working = true;

    /**
     * @param process     key of the process whose tasks they do
     * @param threads     how many of them work at the same moment
     * @param completions where the time of every completion is kept
     */
    Reviewers(ProcessEngine engine, String process, int threads, Timings completions) {
        this.engine = engine;
        this.process = process;
        this.completions = completions;
        this.people = Executors.newFixedThreadPool(threads);
        List<Role> roles = Arrays.stream(Role.values()).filter(Role::reviews).toList();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            people.execute(() -> work(roles.stream().filter(role -> roles.indexOf(role) % threads == first).toList()));
        }
    }

    /** Hires the people; once for each database. */
    static void hire(ProcessEngine engine) {
        IdentityService identities = engine.getIdentityService();
        for (Role role : Role.values()) {
            if (role.reviews() && identities.createUserQuery().userId(person(role)).count() == 0) {
                var user = identities.newUser(person(role));
                user.setFirstName("Simulated");
                user.setLastName(role.label());
                user.setEmail(user.getId() + "@harborvale.example");
                identities.saveUser(user);
                identities.createMembership(user.getId(), role.id());
            }
        }
    }

    static String person(Role role) {
        return "simulated-" + role.id();
    }

    private void work(List<Role> roles) {
        Map<Role, Boolean> interrupted = new HashMap<>();
        while (working) {
            boolean idle = true;
            for (Role role : roles) {
                idle &= !workAs(role, interrupted);
            }
            if (idle) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Whether anything was there to do. After a failure, and at the beginning, there may be tasks that were claimed. */
    private boolean workAs(Role role, Map<Role, Boolean> interrupted) {
        engine.getIdentityService().setAuthentication(person(role), List.of(role.id()));
        try {
            List<Task> mine = interrupted.getOrDefault(role, true) ? tasks().taskAssignee(person(role)).list() : List.of();
            interrupted.put(role, true);
            for (Task task : mine) {
                complete(task, role);
            }
            List<Task> waiting = tasks().taskCandidateGroup(role.id()).orderByDueDate().asc().listPage(0, PAGE);
            for (Task task : waiting) {
                engine.getTaskService().claim(task.getId(), person(role));
                complete(task, role);
            }
            interrupted.put(role, false);
            return !mine.isEmpty() || !waiting.isEmpty();
        } catch (RuntimeException e) {
            // A reviewer is told what went wrong, and looks into the task list again.
            LoggerFactory.getLogger(Reviewers.class).warn("{}: {}", role, e.getMessage());
            return false;
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private TaskQuery tasks() {
        return engine.getTaskService().createTaskQuery().processDefinitionKey(process).active();
    }

    private void complete(Task task, Role role) {
        Map<String, Object> answers = new HashMap<>(ReviewForm.of(role.id()).safeAnswers());
        answers.put("digest", engine.getTaskService().getVariable(task.getId(), "digest"));
        answers.put("decision", "approve");
        long begin = System.nanoTime();
        engine.getFormService().submitTaskForm(task.getId(), answers);
        completions.add(System.nanoTime() - begin);
    }

    @Override
    public void close() throws InterruptedException {
        working = false;
        people.shutdown();
        if (!people.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("A simulated reviewer does not come to an end");
        }
    }
}
