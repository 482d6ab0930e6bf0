package org.countersign.database;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitializationDetector;

import java.util.Set;

/**
 * Has Flyway run before the engine makes its own tables and starts to work: what the engine calls needs ours.
 */
class EngineAfterMigration implements DependsOnDatabaseInitializationDetector {

    private static final String ENGINE = "processEngineFactoryBean";

    @Override
    public Set<String> detect(ConfigurableListableBeanFactory beans) {
        return beans.containsBeanDefinition(ENGINE) ? Set.of(ENGINE) : Set.of();
    }
}
