package org.countersign.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * Where the PostgreSQL that comes with the application lives. Ignored when {@code spring.datasource.url} is set.
 *
 * @param directory the data directory; lock file and binaries lie beside it with the same name and a suffix. Relative
 *                  paths start at the working directory
 * @param binaries  where the server's programs are unpacked; may be shared by several data directories. Not set: beside
 *                  the data directory
 * @param port      TCP port on 127.0.0.1; 0 takes a free one
 */
@ConfigurationProperties("countersign.database")
record DatabaseSettings(@DefaultValue("data/postgres") Path directory, Path binaries, @DefaultValue("0") int port) {

    /** What every message says that sends the operator to a database of her own. */
    static final String OWN_DATABASE =
            "set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";

    DatabaseSettings {
        directory = directory.toAbsolutePath().normalize();
        binaries = binaries == null ? beside(directory, ".binaries") : binaries.toAbsolutePath().normalize();
    }

    /** A path beside another one: the same name with a suffix. */
    static Path beside(Path path, String suffix) {
        return path.resolveSibling(path.getFileName() + suffix);
    }
}
