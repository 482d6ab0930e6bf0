package org.countersign;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Gives every test context an empty database and a key directory of its own below {@code target/test-database}, and
 * removes what earlier runs left there. The server's programs are unpacked once.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Shared by everything that starts PostgreSQL in a test. */
    public static final Path BINARIES = Path.of("target/postgres-binaries").toAbsolutePath();

    private static final Path ROOT = Path.of("target/test-database").toAbsolutePath();
    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int number = CONTEXTS.incrementAndGet();
        if (number == 1) {
            removeLeftovers();
        }
        Path home = ROOT.resolve(ProcessHandle.current().pid() + "-" + number);
        TestPropertyValues.of(
                "countersign.database.directory=" + home.resolve("postgres"),
                "countersign.database.binaries=" + BINARIES,
                "countersign.keys.directory=" + home.resolve("keys")).applyTo(context);
    }

    /** Directories are named after the process that uses them. */
    private static void removeLeftovers() {
        try {
            Files.createDirectories(ROOT);
            List<Path> homes;
            try (Stream<Path> entries = Files.list(ROOT)) {
                homes = entries.toList();
            }
            for (Path home : homes) {
                long owner = Long.parseLong(home.getFileName().toString().split("-")[0]);
                if (ProcessHandle.of(owner).isEmpty()) {
                    FileSystemUtils.deleteRecursively(home);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
