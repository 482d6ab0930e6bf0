package org.countersign.engine.hardening;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HardeningConfiguration {

    @Bean
    HardeningPlugin hardeningPlugin(ConfigurableApplicationContext context) {
        return new HardeningPlugin(context);
    }
}
