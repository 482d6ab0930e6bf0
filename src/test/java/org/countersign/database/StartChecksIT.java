package org.countersign.database;

import org.countersign.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the operator reads when a start is refused: the module with Spring Boot around it and an external database
 * that is another embedded one.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartChecksIT {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DatabaseSettings.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
            DataSourceTransactionManagerAutoConfiguration.class})
    @Import({DatabaseConfiguration.class, JdbcDemonstrationMark.class})
    static class Module {
    }

    @TempDir
    Path parent;

    private Path directory;
    private EmbeddedPostgres external;

    @BeforeEach
    void startExternal() {
        directory = parent.resolve("postgres");
        external = EmbeddedPostgres.start(new DatabaseSettings(directory, TestDatabase.BINARIES, 0));
    }

    @AfterEach
    void stopExternal() {
        external.close();
    }

    private ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Module.class).web(WebApplicationType.NONE).run(Stream.concat(
                Stream.of("countersign.database.directory=" + directory,
                        "countersign.database.binaries=" + TestDatabase.BINARIES),
                Stream.of(properties)).map(property -> "--" + property).toArray(String[]::new));
    }

    private String[] externalDatabase() {
        return new String[] {"spring.datasource.url=" + external.url(),
                "spring.datasource.username=" + EmbeddedPostgres.NAME,
                "spring.datasource.password=" + external.password(),
                "server.address=0.0.0.0"};
    }

    @Test
    void aConfiguredDatabaseIsUsedOnAnyAddressAndNoneIsStarted() {
        try (ConfigurableApplicationContext context = start(externalDatabase())) {
            assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
            assertThat(context.getBean(DatabaseOrigin.class).embedded()).isFalse();
            assertThat(context.getBean(DemonstrationMark.class).present()).isFalse();
        }
    }

    @Test
    void aConfiguredDatabaseWithADemonstrationIsRefused(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start(externalDatabase())) {
            DemonstrationMark mark = context.getBean(DemonstrationMark.class);
            mark.set();
            mark.set();
            assertThat(mark.present()).isTrue();
        }
        assertThatThrownBy(() -> start(externalDatabase())).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output).contains("APPLICATION FAILED TO START", "holds a demonstration organization")
                .contains("let SPRING_DATASOURCE_URL name it");
    }

    @Test
    void aSecondCopyIsRefusedInOneLineWithoutAStackTrace(CapturedOutput output) {
        assertThatThrownBy(() -> start("server.address=127.0.0.1")).hasRootCauseInstanceOf(StartRefused.class);

        List<String> lines = output.getAll().lines().toList();
        assertThat(lines).contains("Another copy of the application (process " + ProcessHandle.current().pid()
                + ") already uses the database directory " + directory + ".")
                .contains("Stop the other copy, or set COUNTERSIGN_DATABASE_DIRECTORY to another directory.")
                .noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void theDemonstrationOnAnotherAddressIsRefusedBeforeAnythingStarts(CapturedOutput output) {
        Path untouched = parent.resolve("untouched");

        assertThatThrownBy(() -> start("server.address=0.0.0.0", "countersign.database.directory=" + untouched))
                .hasRootCauseInstanceOf(StartRefused.class);

        assertThat(output).contains("server.address is 0.0.0.0, which is no loopback address.")
                .contains("SPRING_DATASOURCE_URL");
        assertThat(untouched).doesNotExist();
    }

    @Test
    void thePoolIsClosedBeforeTheServerStops(CapturedOutput output) {
        Path own = parent.resolve("own");
        try (ConfigurableApplicationContext context = start("server.address=127.0.0.1",
                "countersign.database.directory=" + own)) {
            assertThat(context.getBean(DatabaseOrigin.class).embedded()).isTrue();
        }
        assertThat(output).contains("received smart shutdown request").doesNotContain("received fast shutdown request");
        assertThat(own.resolve("postmaster.pid")).doesNotExist();
    }
}
