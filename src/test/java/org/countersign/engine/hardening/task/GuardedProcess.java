package org.countersign.engine.hardening.task;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.countersign.engine.task.GuardedEngine;
import org.countersign.engine.task.TaskRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An engine with one guarded process, started anew for each test. Lena and Leo are legal, Ada wrote, Mark is neither, Root
 * is an administrator.
 */
abstract class GuardedProcess {

    static final Recorder RULE = new Recorder("guarded");
    static GuardedEngine guarded;
    static TaskService tasks;
    String decide;

    @BeforeAll
    static void start() {
        guarded = GuardedEngine.with(RULE).deploy("guard/guarded.bpmn", "guard/guard-decision.form").start();
        tasks = guarded.engine().getTaskService();
        guarded.person("lena", "legal");
        guarded.person("leo", "legal");
        guarded.person("leaver", "legal");
        guarded.person("ada", "author");
        guarded.person("mark", "marketing");
        guarded.person("expert");
        guarded.person("root", "camunda-admin");
    }

    @AfterAll
    static void stop() {
        guarded.close();
    }

    @BeforeEach
    void startAProcess() {
        RULE.forget();
        guarded.engine().getRuntimeService().startProcessInstanceByKey("guarded", "post-1",
                Map.of("author", "ada", "digest", "abc123", "strict", false));
        decide = guarded.task("decide").getId();
    }

    @AfterEach
    void endIt() {
        guarded.engine().getIdentityService().clearAuthentication();
        guarded.engine().getRuntimeService().createProcessInstanceQuery().list().forEach(instance ->
                guarded.engine().getRuntimeService().deleteProcessInstance(instance.getId(), "test"));
        guarded.engine().getHistoryService().createHistoricProcessInstanceQuery().list().forEach(instance ->
                guarded.engine().getHistoryService().deleteHistoricProcessInstance(instance.getId()));
    }

    static void assertRefused(ThrowingCallable act, String message) {
        assertThatThrownBy(act).isInstanceOf(TaskRefused.class).hasMessageContaining(message);
    }
}
