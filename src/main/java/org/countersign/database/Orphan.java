package org.countersign.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What an earlier copy of the application may have left running in the data directory when it was killed. The process
 * id in {@code postmaster.pid} may by now belong to anybody: only a process that really is PostgreSQL on this
 * directory is stopped, and {@code pg_ctl stop}, which does not look, is never called.
 */
final class Orphan {

    private final DataDirectory data;
    private final Binaries binaries;
    private final HostSystem system;

    Orphan(DataDirectory data, Binaries binaries, HostSystem system) {
        this.data = data;
        this.binaries = binaries;
        this.system = system;
    }

    /** @throws StartRefused when a server still runs on the directory and does not end within 30 seconds */
    void clear() throws IOException, InterruptedException {
        Path pidFile = data.path().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> alive = lines.stream().findFirst().flatMap(Orphan::process);
        if (alive.isEmpty()) {
            return; // PostgreSQL recognizes a stale file itself, and looks whether old backends still hold its memory
        }
        if (servesData(alive.get().info())) {
            stop(alive.get());
        } else {
            passOn(pidFile, lines);
        }
    }

    private static Optional<ProcessHandle> process(String line) {
        String digits = line.strip();
        return digits.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(digits)) : Optional.empty();
    }

    /** Windows does not show the arguments of another process; there the program must be the very file we unpacked. */
    boolean servesData(ProcessHandle.Info info) {
        Optional<Path> program = info.command().map(Path::of);
        if (system.windows()) {
            return program.filter(binaries.program("postgres", system)::equals).isPresent();
        }
        return program.filter(file -> file.endsWith("postgres")).isPresent()
                && Stream.of(info.arguments().orElse(new String[0])).anyMatch(data.path().toString()::equals);
    }

    private void stop(ProcessHandle server) throws IOException, InterruptedException {
        new ChildCommand(system).signal(server.pid(), "INT", binaries);
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartRefused("A PostgreSQL server of an earlier start (process " + server.pid()
                    + ") still runs on the database directory " + data.path() + " and does not end.",
                    "End that process, then start again.", e);
        }
    }

    /**
     * The number belongs to a stranger now, and PostgreSQL would refuse to start because that process lives. It
     * overlooks its own parent, so we put our number there. Deleting the file would also work, but then PostgreSQL
     * could no longer tell that backends of the dead server still write to the data.
     */
    private void passOn(Path pidFile, List<String> lines) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(pidFile, changed);
    }
}
