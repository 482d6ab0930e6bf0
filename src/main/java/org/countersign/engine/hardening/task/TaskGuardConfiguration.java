package org.countersign.engine.hardening.task;

import org.countersign.engine.task.TaskRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskGuardConfiguration {

    /** Rules are asked for at their first use: they may need services that need the engine. */
    @Bean
    TaskGuardPlugin taskGuardPlugin(ObjectProvider<TaskRule> rules) {
        return new TaskGuardPlugin(() -> rules.orderedStream().toList());
    }
}
