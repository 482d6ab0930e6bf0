package org.countersign.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * A PostgreSQL server that lives and dies with this process and keeps its data. Durable (fsync and synchronous commit
 * are on), reachable from this machine only, with a random password.
 */
final class EmbeddedPostgres implements AutoCloseable {

    /** Database and user of the application. The user owns the database and is no superuser. */
    static final String NAME = "countersign";
    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;
    private static final String STARTING_UP = "57P03";

    private final DirectoryLock lock;
    private final ServerProcess server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(DirectoryLock lock, ServerProcess server, int port, String password) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Unpacks, initializes and starts what is not there yet, and waits until the server takes connections.
     *
     * @throws StartRefused when the directory is in use or not ours, or the server does not start
     */
    static EmbeddedPostgres start(DatabaseSettings settings) {
        try {
            DirectoryLock lock = DirectoryLock.acquire(settings.directory());
            try {
                return launch(settings, lock);
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StartRefused("PostgreSQL cannot be started in " + settings.directory() + ": " + e,
                    "Look whether the directory belongs to the user who starts the application, and whether the disk is"
                            + " full.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", e);
        }
    }

    private static EmbeddedPostgres launch(DatabaseSettings settings, DirectoryLock lock)
            throws IOException, InterruptedException {
        HostSystem system = HostSystem.current();
        new ChildCommand(system).checkUser();
        Binaries binaries = Binaries.unpacked(settings.binaries(), system);
        DataDirectory data = new DataDirectory(settings.directory());
        String password = data.initialized(binaries, system);
        new Orphan(data, binaries, system).clear();
        return launch(settings, lock, binaries, system, password);
    }

    /**
     * Tries again when somebody took the free port meanwhile, or when a backend of a killed server is still writing
     * to the data: PostgreSQL refuses to start beside it, and it ends soon.
     */
    private static EmbeddedPostgres launch(DatabaseSettings settings, DirectoryLock lock, Binaries binaries,
                                           HostSystem system, String password)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            ServerProcess server = ServerProcess.start(command(binaries.program("postgres", system).toString(),
                    settings.directory().toString(), port), new ChildCommand(system), binaries);
            EmbeddedPostgres postgres = new EmbeddedPostgres(lock, server, port, password);
            boolean ready = false;
            try {
                ready = postgres.awaitReady();
            } finally {
                if (!ready) {
                    server.stop();
                }
            }
            if (ready) {
                server.serving();
                LOG.info("PostgreSQL runs in {} on 127.0.0.1:{}", settings.directory(), port);
                return postgres;
            }
            String words = server.lastWords();
            boolean passing = words.contains("shared memory block")
                    || settings.port() == 0 && words.contains("could not bind");
            if (!passing || attempt == ATTEMPTS) {
                throw new StartRefused("PostgreSQL did not start in " + settings.directory() + " on port " + port + ".",
                        "What it said:\n" + words);
            }
            Thread.sleep(1000);
        }
    }

    /**
     * Errors of statements go to the client and not to the log: their text may repeat what somebody typed. The last
     * checkpoint may be 256 MB of log ago, which bounds the time of a recovery.
     */
    private static List<String> command(String program, String directory, int port) {
        return List.of(program, "-D", directory, "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on",
                "-c", "timezone=UTC", "-c", "log_timezone=UTC", "-c", "max_connections=100", "-c", "max_wal_size=256MB",
                "-c", "log_checkpoints=off", "-c", "log_line_prefix=",
                "-c", "log_min_messages=log", "-c", "log_min_error_statement=panic");
    }

    /** Gives up when the server has ended, or has not answered at all for a minute; a recovery may take longer. */
    private boolean awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.alive() && System.nanoTime() < deadline) {
            try (Connection connection = connect(SUPERUSER, SUPERUSER)) {
                createApplicationDatabase(connection);
                return true;
            } catch (SQLException e) {
                if (STARTING_UP.equals(e.getSQLState())) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                    throw new StartRefused(
                            "PostgreSQL does not accept the password in " + DataDirectory.PASSWORD_FILE + ".",
                            "Restore the file in the database directory; it belongs to the data.", e);
                }
                Thread.sleep(50);
            }
        }
        return false;
    }

    /** The password is hexadecimal, so it needs no quoting. */
    private void createApplicationDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    Connection connect(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    /** Address of the application's database. */
    String url() {
        return url(NAME);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    String password() {
        return password;
    }

    long serverPid() {
        return server.pid();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Connection pools must be closed before, else the server waits ten seconds for them. */
    @Override
    public void close() {
        server.stop();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock of the database directory could not be released", e);
        }
    }
}
