package org.countersign.database;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Starts the embedded PostgreSQL when no data source is configured, and tells Spring Boot where it listens. The pool
 * is made by Spring Boot as always; it depends on the connection details, so it is closed before the server stops.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseOrigin databaseOrigin(Environment environment) {
        boolean embedded = !configured(environment);
        return () -> embedded;
    }

    static boolean configured(Environment environment) {
        return StringUtils.hasText(environment.getProperty("spring.datasource.url"));
    }

    @Configuration(proxyBeanMethods = false)
    @Conditional(NoDataSourceConfigured.class)
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedPostgres embeddedPostgres(DatabaseSettings settings, Environment environment) {
            LoopbackOnly.require(environment);
            return EmbeddedPostgres.start(settings);
        }

        @Bean
        JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres postgres) {
            return new EmbeddedConnectionDetails(postgres.url(), EmbeddedPostgres.NAME, postgres.password());
        }
    }

    record EmbeddedConnectionDetails(String url, String user, String password) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String toString() {
            return url;
        }
    }

    static class NoDataSourceConfigured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !configured(context.getEnvironment());
        }
    }
}
