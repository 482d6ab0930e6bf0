package org.countersign.engine.deployment;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Map;

/**
 * Deploys every bundle as soon as the engine is there, before anything answers requests or runs jobs. Each bundle is one
 * deployment: when one of its files has changed all of them are deployed again, otherwise none. References from a process
 * to its forms and decisions are bound to the deployment, therefore the engine must never deploy the changed file alone.
 */
class BundleDeployer implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(BundleDeployer.class);

    private final RepositoryService repository;
    private final Bundles bundles;

    BundleDeployer(RepositoryService repository, Bundles bundles) {
        this.repository = repository;
        this.bundles = bundles;
    }

    /**
     * @throws IllegalStateException when a bundle cannot be deployed; nothing of that bundle is kept, and the application
     *                               does not start
     */
    @Override
    public void afterSingletonsInstantiated() {
        bundles.find().forEach(this::deploy);
    }

    private void deploy(Bundle bundle) {
        Date before = new Date();
        DeploymentBuilder builder = repository.createDeployment()
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
