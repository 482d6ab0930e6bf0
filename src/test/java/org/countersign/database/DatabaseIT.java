package org.countersign.database;

import org.countersign.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.DriverManager;
import java.sql.SQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IntegrationTest
class DatabaseIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EmbeddedPostgres postgres;

    @Autowired
    DatabaseOrigin origin;

    @ParameterizedTest
    @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on", "data_checksums, on",
            "listen_addresses, 127.0.0.1", "log_timezone, UTC", "server_encoding, UTF8",
            "password_encryption, scram-sha-256", "log_min_error_statement, panic"})
    void runsWith(String setting, String value) {
        assertThat(jdbc.sql("select current_setting(?)").param(setting).query(String.class).single()).isEqualTo(value);
    }

    @Test
    void everyConnectionNeedsAPasswordByScram() throws SQLException {
        try (var connection = postgres.connect(EmbeddedPostgres.SUPERUSER, EmbeddedPostgres.SUPERUSER)) {
            JdbcClient superuser = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(superuser.sql("select distinct auth_method from pg_hba_file_rules").query(String.class).list())
                    .containsExactly("scram-sha-256");
            assertThat(superuser.sql("show unix_socket_directories").query(String.class).single()).isEmpty();
        }
        assertThat(postgres.password()).matches("[0-9a-f]{48}");
    }

    @ParameterizedTest
    @CsvSource({"countersign, wrong", "countersign, ''", "postgres, wrong", "postgres, ''", "nobody, wrong"})
    void aWrongOrMissingPasswordIsRefused(String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), user, password).close())
                .isInstanceOf(SQLException.class).hasMessageContaining("password");
    }

    @Test
    void theApplicationIsNoSuperuserAndOwnsItsDatabase() {
        assertThat(jdbc.sql("select rolsuper or rolcreaterole or rolreplication or rolbypassrls from pg_roles"
                + " where rolname = current_user").query(Boolean.class).single()).isFalse();
        assertThat(jdbc.sql("select pg_get_userbyid(datdba) = current_user from pg_database"
                + " where datname = current_database()").query(Boolean.class).single()).isTrue();
        assertThat(origin.embedded()).isTrue();
    }

    @Test
    void textIsSortedByCodePointAndCasedByUnicode() {
        assertThat(jdbc.sql("select lower('ÄÉÑ')").query(String.class).single()).isEqualTo("äéñ");
        assertThat(jdbc.sql("select x from (values ('b'), ('ä'), ('B')) as t(x) order by x").query(String.class)
                .list()).containsExactly("B", "b", "ä");
    }

    @Test
    void errorsDoNotRepeatTheValuesOfARow() {
        jdbc.sql("create temporary table seen(mail text primary key)").update();
        assertThatThrownBy(() -> jdbc.sql("insert into seen values ('ann@example.org'), ('ann@example.org')").update())
                .hasStackTraceContaining("duplicate key").rootCause()
                .isInstanceOf(SQLException.class).hasMessageNotContaining("ann@example.org");
    }
}
