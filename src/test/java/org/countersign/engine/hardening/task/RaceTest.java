package org.countersign.engine.hardening.task;

import org.countersign.engine.task.GuardedEngine;
import org.countersign.engine.task.TaskRefused;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** Two acts on one task in the same moment: both pass every check, one is stored. */
class RaceTest {

    private final Recorder rule = new Recorder("guarded");

    @Test
    void oneOfTwoCompletionsWinsAndTheOtherReadsWhy() throws Exception {
        try (GuardedEngine guarded = engine()) {
            String task = guarded.task("decide").getId();
            guarded.as("lena", () -> guarded.claim("decide"));
            CyclicBarrier bothChecked = new CyclicBarrier(2);
            rule.atCompletion(() -> await(bothChecked));
            Callable<Void> completion = () -> {
                guarded.as("lena", () -> guarded.engine().getTaskService().complete(task, Map.of("decision", "approve")));
                return null;
            };
            assertThat(lost(completion, completion)).singleElement().isInstanceOf(TaskRefused.class)
                    .extracting(Throwable::getMessage).asString().contains("a moment ago");
            assertThat(guarded.task("repair")).isNotNull();
        }
    }

    @Test
    void oneOfTwoClaimsWinsAndTheOtherReadsWhy() throws Exception {
        try (GuardedEngine guarded = engine()) {
            String task = guarded.task("decide").getId();
            CyclicBarrier bothChecked = new CyclicBarrier(2);
            rule.atAssignment(() -> await(bothChecked));
            assertThat(lost(claim(guarded, task, "lena"), claim(guarded, task, "leo"))).singleElement()
                    .isInstanceOf(TaskRefused.class).extracting(Throwable::getMessage).asString().contains("a moment ago");
            assertThat(guarded.task("decide").getAssignee()).isIn("lena", "leo");
        }
    }

    private GuardedEngine engine() {
        GuardedEngine guarded = GuardedEngine.with(rule).deploy("guard/guarded.bpmn", "guard/guard-decision.form").start();
        guarded.person("lena", "legal");
        guarded.person("leo", "legal");
        guarded.engine().getRuntimeService().startProcessInstanceByKey("guarded", Map.of("author", "ada", "strict", false));
        return guarded;
    }

    private static Callable<Void> claim(GuardedEngine guarded, String task, String userId) {
        return () -> {
            guarded.as(userId, () -> guarded.engine().getTaskService().claim(task, userId));
            return null;
        };
    }

    private static List<Throwable> lost(Callable<Void> one, Callable<Void> other) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            return threads.invokeAll(List.of(one, other), 60, TimeUnit.SECONDS).stream().map(RaceTest::failure)
                    .filter(failure -> failure != null).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Throwable failure(Future<Void> future) {
        try {
            future.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
