package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.ProcessEngine;
import org.countersign.engine.task.TaskRule;
import org.countersign.engine.task.TaskWatcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskGuardConfiguration {

    @Bean
    TaskGuardPlugin taskGuardPlugin(ObjectProvider<TaskRule> rules) {
        return new TaskGuardPlugin(() -> rules.orderedStream().toList());
    }

    @Bean
    TaskWatchPlugin taskWatchPlugin(ObjectProvider<TaskWatcher> watchers) {
        return new TaskWatchPlugin(() -> watchers.orderedStream().toList());
    }

    /** Before anything answers requests, but after the engine is there: rules may need services that need the engine. */
    @Bean
    SmartInitializingSingleton userTaskCheck(TaskGuardPlugin guard, ProcessEngine engine) {
        return () -> guard.checkRules(engine);
    }
}
