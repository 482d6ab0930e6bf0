package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.countersign.engine.task.TaskRule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Puts the guard into an engine. Every user task of every process is guarded: a process that no rule speaks for cannot
 * be deployed, so none can be forgotten.
 */
public class TaskGuardPlugin extends AbstractProcessEnginePlugin {

    private final Rules rules;

    /** @param rules asked once, at the first deployment or the first task */
    public TaskGuardPlugin(Supplier<List<TaskRule>> rules) {
        this.rules = new Rules(rules);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Holders holders = new Holders(rules);
        Completions completions = new Completions(rules, holders);
        configuration.setTaskService(new GuardedTaskService(completions));
        configuration.setFormService(new GuardedFormService(completions));
        configuration.setCustomPreBPMNParseListeners(with(
                configuration.getCustomPreBPMNParseListeners(), new GuardListeners(holders, completions)));
        configuration.setCustomPreCommandInterceptorsTxRequired(with(
                configuration.getCustomPreCommandInterceptorsTxRequired(), new RefusalInterceptor(configuration)));
        configuration.setCustomPostDeployers(with(
                configuration.getCustomPostDeployers(), new DeploymentCheck(rules)));
    }

    /** Other plugins add to the same lists, which are null until the first one does. */
    private static <T> List<T> with(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
