package org.countersign.engine.deployment;

import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class DeploymentConfiguration {

    @Bean
    BundleDeployer bundleDeployer(RepositoryService repository) {
        return new BundleDeployer(repository, new Bundles(new PathMatchingResourcePatternResolver(), "classpath*:"));
    }
}
