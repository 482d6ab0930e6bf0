package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.countersign.engine.task.TaskWatcher;

import java.util.List;
import java.util.function.Supplier;

/**
 * Lets the modules hear of every user task.
 */
public class TaskWatchPlugin extends AbstractProcessEnginePlugin {

    private final Supplier<List<TaskWatcher>> watchers;

    /** @param watchers asked when a task lives, not while the engine is built: they may need services that need it */
    public TaskWatchPlugin(Supplier<List<TaskWatcher>> watchers) {
        this.watchers = watchers;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomPreBPMNParseListeners(TaskGuardPlugin.with(
                configuration.getCustomPreBPMNParseListeners(), new WatchListeners(watchers)));
    }
}
