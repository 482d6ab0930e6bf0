package org.countersign.people.process;

import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;

/**
 * The password with which everybody of the demonstration organization signs in.
 *
 * @param password     the password itself, for tests; not set: a random one for each installation
 * @param passwordFile where the random password is kept, readable by its owner only; not set: {@code demonstration-password}
 *                     beside the data directory
 */
@ConfigurationProperties("countersign.demonstration")
record DemonstrationSettings(String password, Path passwordFile) {

    @Override
    public String toString() {
        return "demonstration";
    }
}
