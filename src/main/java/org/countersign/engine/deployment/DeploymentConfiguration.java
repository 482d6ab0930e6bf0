package org.countersign.engine.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class DeploymentConfiguration {

    @Bean
    BundleDeployer bundleDeployer() {
        return new BundleDeployer(new Bundles(new PathMatchingResourcePatternResolver(), "classpath*:"));
    }
}
