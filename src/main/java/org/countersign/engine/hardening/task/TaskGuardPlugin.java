package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.countersign.engine.task.TaskRule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts the guard into an engine. Every user task of every process is guarded: a process with a task that no rule speaks
 * for is not deployed, so none can be forgotten.
 */
public class TaskGuardPlugin extends AbstractProcessEnginePlugin {

    private final Rules rules;

    /** @param rules asked once, when rules are checked or the first task is taken: not while the engine is built */
    public TaskGuardPlugin(Supplier<List<TaskRule>> rules) {
        this.rules = new Rules(rules);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Holders holders = new Holders(rules);
        Completions completions = new Completions(rules, holders);
        configuration.setTaskService(new GuardedTaskService(completions, holders));
        configuration.setFormService(new GuardedFormService(completions));
        configuration.setCustomPreBPMNParseListeners(with(
                configuration.getCustomPreBPMNParseListeners(), new GuardListeners(holders, completions)));
        configuration.setCustomPreCommandInterceptorsTxRequired(with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor(configuration)));
        configuration.setCustomPostDeployers(with(
                configuration.getCustomPostDeployers(), new DeploymentCheck(rules)));
    }

    /**
     * Checks what the application itself brings, and from now on each deployment. What other deployments left behind may
     * stay: nobody can complete its tasks.
     *
     * @throws IllegalStateException when a user task does not have exactly one rule
     */
    public void checkRules(ProcessEngine engine) {
        new StartCheck(rules, engine).run();
        rules.enforceAtDeployment();
    }

    /** Other plugins add to the same lists, which are null until the first one does. */
    static <T> List<T> with(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
