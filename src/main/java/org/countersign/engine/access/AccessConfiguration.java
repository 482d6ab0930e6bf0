package org.countersign.engine.access;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** After Spring Security's chain, which runs at -100 and decides who is asking. */
    private static final int AFTER_SECURITY = 201;

    @Bean
    FilterRegistrationBean<Filter> personInWebApplications() {
        return registration(new ContainerBasedAuthenticationFilter(), "/camunda/app/*", "/camunda/api/*", "/camunda/lib/*");
    }

    @Bean
    FilterRegistrationBean<Filter> personInRest() {
        return registration(new ProcessEngineAuthenticationFilter(), "/engine-rest/*");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.setName(filter.getClass().getSimpleName());
        registration.addUrlPatterns(paths);
        registration.addInitParameter("authentication-provider", SignedInPerson.class.getName());
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
