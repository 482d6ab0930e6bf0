package org.countersign.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The server as a child in the foreground. What it writes goes to the logger {@code postgres}.
 */
final class ServerProcess {

    private static final Logger SERVER_LOG = LoggerFactory.getLogger("postgres");
    private static final int REMEMBERED_LINES = 20;

    private final Process process;
    private final ExecutorService parent;
    private final ChildCommand child;
    private final Binaries binaries;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread log;
    private volatile boolean serving;

    private ServerProcess(Process process, ExecutorService parent, ChildCommand child, Binaries binaries) {
        this.process = process;
        this.parent = parent;
        this.child = child;
        this.binaries = binaries;
        this.log = new Thread(this::copyOutput, "postgres-log");
        log.setDaemon(true);
        log.start();
    }

    /**
     * Starts the server. The parent-death signal is bound to the thread that forks, not to the process: the thread
     * must live as long as the server, so it gets one of its own.
     */
    static ServerProcess start(List<String> command, ChildCommand child, Binaries binaries)
            throws IOException, InterruptedException {
        ExecutorService parent = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "postgres-parent");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Process process = parent.submit(() -> child.server(command).start()).get();
            return new ServerProcess(process, parent, child, binaries);
        } catch (ExecutionException e) {
            parent.shutdown();
            throw new IOException("Cannot start " + command.get(0), e.getCause());
        }
    }

    /** From now on an end that nobody asked for is an error of its own, and not the failure of a start. */
    void serving() {
        serving = true;
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** What the server said last, for the message about a start that failed. */
    String lastWords() throws InterruptedException {
        log.join(1000);
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Shuts down; clients get ten seconds to leave. Commits are safe in every case. */
    void stop() {
        serving = false;
        try {
            if (!endsAfter("TERM", 10) && !endsAfter("INT", 20)) {
                SERVER_LOG.error("Did not shut down within 30 seconds and is killed; the next start recovers");
                process.destroyForcibly();
            }
        } catch (IOException e) {
            SERVER_LOG.error("Cannot be asked to shut down and is killed; the next start recovers", e);
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            parent.shutdown();
        }
    }

    private boolean endsAfter(String signal, int seconds) throws IOException, InterruptedException {
        if (process.isAlive()) {
            child.signal(process.pid(), signal, binaries);
        }
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    private void copyOutput() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
                if (line.contains("the database system is starting up")) {
                    SERVER_LOG.debug(line); // the answer to our own question whether it is ready
                } else if (line.startsWith("FATAL:") || line.startsWith("PANIC:") || line.startsWith("WARNING:")) {
                    SERVER_LOG.warn(line);
                } else {
                    SERVER_LOG.info(line);
                }
            }
        } catch (IOException e) {
            SERVER_LOG.warn("The output can no longer be read", e);
        }
        if (serving) {
            SERVER_LOG.error("The server has ended by itself; start the application again");
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            if (lastLines.size() == REMEMBERED_LINES) {
                lastLines.removeFirst();
            }
            lastLines.addLast(line);
        }
    }
}
