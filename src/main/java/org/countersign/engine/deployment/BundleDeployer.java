package org.countersign.engine.deployment;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Map;

/**
 * Deploys every bundle while the engine starts, before anything answers requests. Each bundle is one deployment: when one
 * of its files has changed all of them are deployed again, otherwise none. References from a process to its forms and
 * decisions are bound to the deployment, therefore the engine must never deploy the changed file alone.
 */
class BundleDeployer extends AbstractProcessEnginePlugin {

    private static final Logger log = LoggerFactory.getLogger(BundleDeployer.class);

    private final Bundles bundles;

    BundleDeployer(Bundles bundles) {
        this.bundles = bundles;
    }

    /**
     * @throws IllegalStateException when a bundle cannot be deployed; nothing of that bundle is kept, and the application
     *                               does not start
     */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        bundles.find().forEach(bundle -> deploy(engine, bundle));
    }

    private void deploy(ProcessEngine engine, Bundle bundle) {
        Date before = new Date();
        DeploymentBuilder builder = engine.getRepositoryService().createDeployment()
                .name(bundle.name()).source("application").enableDuplicateFiltering(false);
        for (Map.Entry<String, Resource> file : bundle.resources().entrySet()) {
            add(builder, file.getKey(), file.getValue());
        }
        try {
            Deployment deployment = builder.deploy();
            log.info("Bundle {}: {} in deployment {}", bundle.name(),
                    deployment.getDeploymentTime().before(before) ? "unchanged" : "deployed", deployment.getId());
        } catch (ProcessEngineException broken) {
            throw new IllegalStateException("Bundle " + bundle.name() + " cannot be deployed, nothing of it was kept: "
                    + broken.getMessage(), broken);
        }
    }

    private static void add(DeploymentBuilder builder, String name, Resource file) {
        try (var content = file.getInputStream()) {
            builder.addInputStream(name, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + name, unreadable);
        }
    }
}
