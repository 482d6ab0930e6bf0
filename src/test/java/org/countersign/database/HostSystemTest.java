package org.countersign.database;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostSystemTest {

    /** Names as the archives have them, for the values that Java gives on each system. */
    @ParameterizedTest
    @CsvSource({"Linux, amd64, postgres-linux-x86_64.txz", "Linux, aarch64, postgres-linux-arm_64.txz",
            "Mac OS X, x86_64, postgres-darwin-x86_64.txz", "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
            "Windows 11, amd64, postgres-windows-x86_64.txz", "Windows 11, aarch64, postgres-windows-x86_64.txz"})
    void namesTheArchive(String os, String processor, String archive) {
        assertThat(HostSystem.of(os, processor).archive()).isEqualTo(archive);
    }

    @Test
    void aSystemWithoutAnArchiveIsToldWhatToDo() {
        assertThatThrownBy(() -> Binaries.unpacked(Path.of("target/none"), HostSystem.of("Linux", "s390x")))
                .isInstanceOfSatisfying(StartRefused.class,
                        refused -> assertThat(refused.remedy()).contains("SPRING_DATASOURCE_URL"))
                .hasMessage("There is no PostgreSQL for linux on s390x here.");
    }

    @Test
    void thisSystemHasOne() {
        assertThat(Binaries.class.getResource("/" + HostSystem.current().archive())).isNotNull();
    }
}
