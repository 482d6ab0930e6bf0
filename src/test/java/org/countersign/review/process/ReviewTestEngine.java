package org.countersign.review.process;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

import java.util.function.Consumer;

/** An engine in memory as the application configures it, with beans that a test registers. */
public final class ReviewTestEngine {

    private ReviewTestEngine() {
    }

    public static ProcessEngineConfigurationImpl configuration(String name, Consumer<ProcessEngineConfigurationImpl> more) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setDefaultSerializationFormat("application/json");
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        more.accept(configuration);
        return configuration;
    }
}
