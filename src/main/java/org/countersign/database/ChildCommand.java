package org.countersign.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL's programs are called on this system, so that they neither refuse to run as root nor outlive this
 * process. Each prefix replaces itself by what follows, so that the child is the program itself.
 */
final class ChildCommand {

    private static final List<String> WITHOUT_ROOT = List.of("unshare", "-U", "--");

    private final HostSystem system;

    ChildCommand(HostSystem system) {
        this.system = system;
    }

    /**
     * A program that ends with the thread that starts it: the parent-death signal (SIGINT: fast shutdown) stops it when
     * this process is killed. The signal must be set after the change of the user namespace, which clears it.
     */
    ProcessBuilder program(List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(withoutRoot());
        if (system.linux() && installed("setpriv")) {
            whole.addAll(List.of("setpriv", "--pdeathsig", "INT", "--"));
        }
        whole.addAll(command);
        return prepared(whole);
    }

    /**
     * The server: a program in a session of its own, so that Ctrl-C in a terminal does not stop it before the
     * application has closed its connections.
     */
    ProcessBuilder server(List<String> command) throws IOException {
        ProcessBuilder server = program(command);
        if (system.linux() && installed("setsid")) {
            server.command().add(0, "setsid");
        }
        return server;
    }

    /** Asks a PostgreSQL server to shut down: TERM waits for its clients, INT disconnects them. */
    void signal(long pid, String signal, Binaries binaries) throws IOException, InterruptedException {
        ProcessBuilder builder = system.windows()
                ? prepared(List.of(binaries.program("pg_ctl", system).toString(), "kill", signal, Long.toString(pid)))
                : prepared(List.of("/bin/sh", "-c", "kill -" + signal + " " + pid));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(10, TimeUnit.SECONDS);
    }

    /** PostgreSQL refuses to run as root. In a user namespace it is nobody; its files still belong to root. */
    private List<String> withoutRoot() throws IOException {
        return system.linux() && root() ? WITHOUT_ROOT : List.of();
    }

    /**
     * Containers often forbid user namespaces.
     *
     * @throws StartRefused when this is root and cannot shed that
     */
    void checkUser() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(withoutRoot());
        command.add("true");
        if (system.linux() && root() && (!installed("unshare") || prepared(command).start().waitFor() != 0)) {
            throw new StartRefused(
                    "PostgreSQL does not run as root, and this system forbids user namespaces (unshare -U).",
                    "Start the application as an ordinary user, or use a PostgreSQL of your own: "
                            + DatabaseSettings.OWN_DATABASE);
        }
    }

    private static ProcessBuilder prepared(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // PGDATA, PGOPTIONS and the like of the person who starts the application must not reach this server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /** The directory of a process belongs to the user it runs as. */
    private static boolean root() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
