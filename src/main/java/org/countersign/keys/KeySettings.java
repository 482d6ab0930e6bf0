package org.countersign.keys;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * Where the keys lie.
 *
 * @param directory one file for each key; only the owner may read them. Must be backed up apart from the database:
 *                  without it nothing that is encrypted can be read again. Relative paths start at the working
 *                  directory
 */
@ConfigurationProperties("countersign.keys")
record KeySettings(@DefaultValue("data/keys") Path directory) {

    KeySettings {
        directory = directory.toAbsolutePath().normalize();
    }
}
