package org.countersign.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@link CrashingInstance} seen from outside: what it says, and how it is killed.
 */
final class Victim {

    private final Path home;
    private final Process process;
    private final BufferedReader output;

    Victim(Path home, Object... arguments) throws IOException {
        this.home = home;
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CrashingInstance.class.getName(), home.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        process = new ProcessBuilder(command).redirectError(
                ProcessBuilder.Redirect.appendTo(home.resolve("errors.log").toFile())).start();
        output = process.inputReader();
    }

    /** What follows the next line that begins with this word. */
    String await(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
        throw failed("it said " + word);
    }

    /** Everything that it still says until it ends, what it said before it was killed included. */
    List<String> rest() {
        return output.lines().toList();
    }

    /** @throws IllegalStateException when it did not end well by itself */
    void ended() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw failed("it was done");
        }
    }

    private IllegalStateException failed(String before) {
        return new IllegalStateException("It ended before " + before + ", see " + home.resolve("errors.log"));
    }

    /**
     * As {@code kill -9} does: nothing in it gets a chance to clean up. By its handle, because the process itself would
     * close what can still be read from it.
     */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** The same to its PostgreSQL at once: no crash is worse, short of the machine's. */
    void killWithDatabase() throws IOException, InterruptedException {
        long server = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(0).strip());
        List<ProcessHandle> database = ProcessHandle.of(server).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants())).toList();
        process.toHandle().destroyForcibly();
        database.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }
}
