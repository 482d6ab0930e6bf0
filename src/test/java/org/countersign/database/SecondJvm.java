package org.countersign.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own with a PostgreSQL in it, to be killed. It runs until its input ends.
 */
final class SecondJvm implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final BufferedReader output;
    private String url;
    private String password;
    private ProcessHandle server;

    private SecondJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static SecondJvm launch(Path directory, Path binaries) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new SecondJvm(new ProcessBuilder(List.of(java, "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", classPath,
                SecondJvm.class.getName(), directory.toString(), binaries.toString()))
                .redirectErrorStream(true).start());
    }

    /** Waits until its server takes connections. */
    SecondJvm ready() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                String[] words = line.substring(READY.length()).split(" ");
                server = ProcessHandle.of(Long.parseLong(words[0])).orElseThrow();
                url = words[1];
                password = words[2];
                return this;
            }
        }
        throw new IllegalStateException("It ended before its database was ready");
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, EmbeddedPostgres.NAME, password);
    }

    ProcessHandle server() {
        return server;
    }

    /** As {@code kill -9} does: nothing in it gets a chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        if (server != null) {
            server.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    public static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.start(
                new DatabaseSettings(Path.of(arguments[0]), Path.of(arguments[1]), 0))) {
            System.out.println(READY + postgres.serverPid() + " " + postgres.url() + " " + postgres.password());
            while (System.in.read() != -1) {
                continue;
            }
        }
    }
}
