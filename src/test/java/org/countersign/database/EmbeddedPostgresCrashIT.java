package org.countersign.database;

import org.countersign.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * What happens when the application, or its server, or both are killed at the worst moment.
 */
@EnabledOnOs(OS.LINUX)
class EmbeddedPostgresCrashIT {

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void place() {
        directory = parent.resolve("data/postgres");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(new DatabaseSettings(directory, TestDatabase.BINARIES, 0));
    }

    private SecondJvm launch() throws IOException {
        return SecondJvm.launch(directory, TestDatabase.BINARIES);
    }

    private static void write(Connection connection) throws SQLException {
        try (connection; var statement = connection.createStatement()) {
            statement.execute("create table kept(word text)");
            statement.execute("insert into kept values ('here')");
        }
    }

    private static void assertKept(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.connect(EmbeddedPostgres.NAME, EmbeddedPostgres.NAME);
             ResultSet rows = connection.createStatement().executeQuery("select word from kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("here");
        }
    }

    @Test
    void theServerEndsByItselfWhenOnlyTheApplicationIsKilled() throws Exception {
        try (SecondJvm jvm = launch().ready()) {
            write(jvm.connect());

            jvm.kill();

            assertThat(jvm.server().onExit()).succeedsWithin(10, TimeUnit.SECONDS);
            assertThat(directory.resolve("postmaster.pid")).doesNotExist();
        }
        try (EmbeddedPostgres postgres = start()) {
            assertKept(postgres);
        }
    }

    @Test
    void theNextStartRecoversWhenApplicationAndServerAreKilled() throws Exception {
        killBoth();
        assertThat(directory.resolve("postmaster.pid")).exists();

        try (EmbeddedPostgres postgres = start()) {
            assertKept(postgres);
        }
    }

    @Test
    void aStrangerWhoGotTheNumberOfTheDeadServerIsLeftAlone() throws Exception {
        killBoth();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Path pidFile = directory.resolve("postmaster.pid");
            List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(pidFile, lines);

            try (EmbeddedPostgres postgres = start()) {
                assertKept(postgres);
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerThatOutlivedItsApplicationIsShutDownFirst() throws Exception {
        try (EmbeddedPostgres postgres = start()) {
            write(postgres.connect(EmbeddedPostgres.NAME, EmbeddedPostgres.NAME));
        }
        HostSystem system = HostSystem.current();
        Process orphan = new ChildCommand(system).program(List.of(
                Binaries.unpacked(TestDatabase.BINARIES, system).program("postgres", system).toString(),
                "-D", directory.toString(), "-p", "5432", "-c", "listen_addresses=",
                "-c", "unix_socket_directories=" + parent)).start();
        try {
            assertThat(orphan.inputReader().lines().anyMatch(line -> line.contains("ready to accept"))).isTrue();

            try (EmbeddedPostgres postgres = start()) {
                assertThat(orphan.isAlive()).isFalse();
                assertKept(postgres);
            }
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void aBackendThatStillWorksForTheDeadServerIsWaitedFor() throws Exception {
        try (SecondJvm jvm = launch().ready(); Connection connection = jvm.connect()) {
            write(jvm.connect());
            CompletableFuture<Void> busy = CompletableFuture.runAsync(() -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("do $$ begin for i in 1..20000000 loop end loop; end $$");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (Connection watcher = jvm.connect(); var statement = watcher.createStatement()) {
                ResultSet row;
                do {
                    row = statement.executeQuery(
                            "select 1 from pg_stat_activity where query like 'do $$%' and state = 'active'");
                } while (!row.next());
            }
            jvm.server().destroyForcibly();
            jvm.kill();

            try (EmbeddedPostgres postgres = start()) {
                assertKept(postgres);
            }
            assertThat(busy).isDone();
        }
    }

    @Test
    void aFirstStartThatIsKilledAtAnyMomentIsRepaired() throws Exception {
        for (String moment : List.of("", "cluster/PG_VERSION", "cluster/global/pg_control", "cluster/base/4")) {
            long before = workshopsWith(moment);
            try (SecondJvm jvm = launch()) {
                await().pollInterval(Duration.ofMillis(2)).until(() -> workshopsWith(moment) > before);
            }
            assertThat(directory).doesNotExist();
        }
        try (EmbeddedPostgres postgres = start()) {
            write(postgres.connect(EmbeddedPostgres.NAME, EmbeddedPostgres.NAME));
            assertKept(postgres);
        }
    }

    @Test
    void aHalfInitializedDirectoryIsMadeAgain() throws Exception {
        Path half = parent.resolve("data/postgres.new-7/cluster");
        Files.createDirectories(half.resolve("base"));
        Files.writeString(half.resolve("PG_VERSION"), "17\n");

        try (EmbeddedPostgres postgres = start()) {
            write(postgres.connect(EmbeddedPostgres.NAME, EmbeddedPostgres.NAME));
            assertKept(postgres);
        }
        try (Stream<Path> files = Files.list(directory.getParent())) {
            assertThat(files).extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("postgres", "postgres.lock");
        }
    }

    @Test
    void halfUnpackedProgramsAreUnpackedAgain() throws Exception {
        Path binaries = parent.resolve("binaries");
        HostSystem system = HostSystem.current();
        Path program = Binaries.unpacked(binaries, system).program("postgres", system);
        Files.delete(program.getParent().resolveSibling(".done"));
        Files.writeString(program, "half");

        Path again = Binaries.unpacked(binaries, system).program("postgres", system);

        Process version = new ProcessBuilder(again.toString(), "--version").start();
        assertThat(version.inputReader().readLine()).startsWith("postgres (PostgreSQL) 17.");
    }

    @Test
    void aSecondCopyIsRefusedInThisProcessAndInAnother() throws Exception {
        try (SecondJvm jvm = launch().ready()) {
            assertThatThrownBy(this::start).isInstanceOf(StartRefused.class)
                    .hasMessageMatching("Another copy of the application \\(process \\d+\\) already uses the database"
                            + " directory " + directory + "\\.");
            write(jvm.connect());
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThatThrownBy(this::start).isInstanceOf(StartRefused.class)
                    .hasMessageContaining("(process " + ProcessHandle.current().pid() + ")");
            assertKept(postgres);
        }
    }

    @Test
    void filesThatAreNotOursAreNeverTouched() throws Exception {
        Files.createDirectories(directory);
        for (String name : List.of("holiday.jpg", "PG_VERSION", DataDirectory.PASSWORD_FILE)) {
            Path file = Files.writeString(directory.resolve(name), "17");

            assertThatThrownBy(this::start).isInstanceOf(StartRefused.class).hasMessageContaining(directory.toString());

            assertThat(file).hasContent("17");
            Files.delete(file);
        }
        try (EmbeddedPostgres postgres = start()) {
            assertThat(postgres.url()).contains("127.0.0.1");
        }
    }

    private long workshopsWith(String file) throws IOException {
        if (!Files.exists(directory.getParent())) {
            return 0;
        }
        try (Stream<Path> files = Files.list(directory.getParent())) {
            return files.filter(path -> path.getFileName().toString().startsWith("postgres.new-")
                    && Files.exists(path.resolve(file))).count();
        }
    }

    private void killBoth() throws Exception {
        try (SecondJvm jvm = launch().ready()) {
            write(jvm.connect());
            jvm.server().destroyForcibly();
            jvm.kill();
        }
    }
}
