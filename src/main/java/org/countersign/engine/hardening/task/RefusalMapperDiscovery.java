package org.countersign.engine.hardening.task;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Adds the mapper to both REST interfaces: the public one, and the one of Tasklist, whose classes cannot be configured.
 */
public class RefusalMapperDiscovery implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        if (!context.getConfiguration().isRegistered(RefusalMapper.class)) {
            context.register(RefusalMapper.class);
        }
    }
}
