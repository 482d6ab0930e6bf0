package org.countersign.screening;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the catalog of findings known to those who show findings or decide about them. */
@Configuration(proxyBeanMethods = false)
class ScreeningConfiguration {

    @Bean
    FindingCatalog findingCatalog() {
        return FindingCatalog.shipped();
    }
}
