package org.countersign.database;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import java.net.InetAddress;

/**
 * With the embedded database comes a demonstration organization whose passwords are printed: nobody on another
 * machine may reach it.
 */
final class LoopbackOnly {

    private LoopbackOnly() {
    }

    /** @throws StartRefused when the application, or its management port, would listen on more than loopback */
    static void require(Environment environment) {
        requireLoopback(environment, "server.address");
        String managementPort = environment.getProperty("management.server.port", "");
        if (!managementPort.isBlank() && !managementPort.equals(environment.getProperty("server.port", "8080"))) {
            requireLoopback(environment, "management.server.address");
        }
    }

    private static void requireLoopback(Environment environment, String property) {
        InetAddress address = Binder.get(environment).bind(property, InetAddress.class).orElse(null);
        if (address == null || !address.isLoopbackAddress()) {
            throw new StartRefused("The demonstration organization on the embedded database is for this machine only,"
                    + " but " + property + " is " + (address == null ? "not set, which means every network interface."
                    : address.getHostAddress() + ", which is no loopback address."),
                    "To serve others use a PostgreSQL of your own: " + DatabaseSettings.OWN_DATABASE
                            + " To try it on this machine set " + property + " to 127.0.0.1.");
        }
    }
}
