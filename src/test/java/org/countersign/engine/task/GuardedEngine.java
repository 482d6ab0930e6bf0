package org.countersign.engine.task;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.countersign.engine.hardening.task.TaskGuardPlugin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * For tests: an engine in memory with the guard in it, job executor off, with the rules, beans, people and resources
 * of one test. <pre>{@code
 * try (GuardedEngine engine = GuardedEngine.with(rule).bean("screenVersion", delegate)
 *         .deploy("processes/post-review/post-review.bpmn", "forms/post-review/review-legal.form").start()) {
 *     engine.person("lena", "legal");
 *     engine.as("lena", () -> engine.claimAndComplete("reviewPost", Map.of("decision", "approve")));
 * }
 * }</pre>
 */
public final class GuardedEngine implements AutoCloseable {

    private final ProcessEngine engine;

    private GuardedEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    public static Builder with(TaskRule... rules) {
        return new Builder(List.of(rules));
    }

    public ProcessEngine engine() {
        return engine;
    }

    /** Adds a person, and the groups that do not exist yet. */
    public void person(String userId, String... groups) {
        User user = engine.getIdentityService().newUser(userId);
        user.setPassword("not-used-" + userId);
        engine.getIdentityService().saveUser(user);
        for (String id : groups) {
            if (engine.getIdentityService().createGroupQuery().groupId(id).count() == 0) {
                Group group = engine.getIdentityService().newGroup(id);
                engine.getIdentityService().saveGroup(group);
            }
            engine.getIdentityService().createMembership(userId, id);
        }
    }

    /** Runs as this person signed in, and as nobody afterwards. */
    public void as(String userId, Runnable act) {
        List<String> groups = engine.getIdentityService().createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId).toList();
        engine.getIdentityService().setAuthentication(userId, groups);
        try {
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The only open task with this key. */
    public Task task(String taskKey) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(taskKey).singleResult();
    }

    public void claim(String taskKey) {
        engine.getTaskService().claim(task(taskKey).getId(), engine.getIdentityService().getCurrentAuthentication().getUserId());
    }

    public void complete(String taskKey, Map<String, Object> values) {
        engine.getTaskService().complete(task(taskKey).getId(), values);
    }

    public void claimAndComplete(String taskKey, Map<String, Object> values) {
        claim(taskKey);
        complete(taskKey, values);
    }

    @Override
    public void close() {
        engine.getIdentityService().clearAuthentication();
        engine.close();
    }

    public static final class Builder {

        private final List<TaskRule> rules;
        private final Map<Object, Object> beans = new HashMap<>();
        private final List<String[]> bundles = new ArrayList<>();
        private final List<Consumer<ProcessEngineConfigurationImpl>> changes = new ArrayList<>();

        private Builder(List<TaskRule> rules) {
            this.rules = rules;
        }

        /** A name that the diagram's expressions may use. */
        public Builder bean(String name, Object bean) {
            beans.put(name, bean);
            return this;
        }

        /** One deployment with these resources of the class path, under the same names. */
        public Builder deploy(String... resources) {
            bundles.add(resources);
            return this;
        }

        public Builder configure(Consumer<ProcessEngineConfigurationImpl> change) {
            changes.add(change);
            return this;
        }

        public GuardedEngine start() {
            ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
            configuration.setProcessEngineName("guarded-" + UUID.randomUUID());
            configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP);
            configuration.setJobExecutorActivate(false);
            configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
            configuration.setDefaultSerializationFormat("application/json");
            configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9._-]+");
            configuration.setBeans(beans);
            configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
            TaskGuardPlugin guard = new TaskGuardPlugin(() -> rules);
            configuration.getProcessEnginePlugins().add(guard);
            changes.forEach(change -> change.accept(configuration));
            GuardedEngine guarded = new GuardedEngine(configuration.buildProcessEngine());
            guard.checkRules(guarded.engine());
            bundles.forEach(guarded::deploy);
            return guarded;
        }
    }

    /** @throws RuntimeException as the engine's deployment does */
    public void deploy(String... resources) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String resource : resources) {
            deployment.addClasspathResource(resource);
        }
        deployment.deploy();
    }
}
