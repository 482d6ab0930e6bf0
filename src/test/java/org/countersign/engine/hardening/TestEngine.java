package org.countersign.engine.hardening;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.context.support.GenericApplicationContext;

import java.util.UUID;

/** An engine in memory with the beans {@code probe} and {@code probeDelegate}, as it comes or hardened. */
class TestEngine implements AutoCloseable {

    final ProcessEngine engine;
    final Probe probe = new Probe();
    final Probe.Delegate probeDelegate = new Probe.Delegate();

    private TestEngine(boolean hardened) {
        var context = new GenericApplicationContext();
        context.registerBean("probe", Probe.class, () -> probe);
        context.registerBean("probeDelegate", Probe.Delegate.class, () -> probeDelegate);
        context.refresh();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("hardening-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + configuration.getProcessEngineName());
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        configuration.setEnforceHistoryTimeToLive(false);
        if (hardened) {
            configuration.getProcessEnginePlugins().add(new HardeningPlugin(context));
        } else {
            configuration.setExpressionManager(new SpringExpressionManager(context));
        }
        engine = configuration.buildProcessEngine();
    }

    static TestEngine stock() {
        return new TestEngine(false);
    }

    static TestEngine hardened() {
        return new TestEngine(true);
    }

    int touches() {
        return probe.count() + probeDelegate.count();
    }

    void deploy(BpmnModelInstance model) {
        engine.getRepositoryService().createDeployment().addModelInstance("test.bpmn", model).deploy();
    }

    /** A task that a query finds when the expression {@code ${''.getClass().getName()}} was evaluated. */
    void addTaskOf(String assignee) {
        var task = engine.getTaskService().newTask();
        task.setAssignee(assignee);
        engine.getTaskService().saveTask(task);
    }

    @Override
    public void close() {
        engine.close();
    }
}
