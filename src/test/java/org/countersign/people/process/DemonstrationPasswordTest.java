package org.countersign.people.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemonstrationPasswordTest {

    @TempDir
    Path home;

    @Test
    void isMadeOnceAndLiesBesideTheData() {
        String first = password(null).readOrCreate();
        assertThat(first).hasSize(16);
        assertThat(password(null).readOrCreate()).isEqualTo(first);
        assertThat(home.resolve("demonstration-password")).hasContent(first + "\n");
    }

    @Test
    void isAnotherOneInEachInstallation() {
        String first = password(null).readOrCreate();
        home = home.resolve("other");
        assertThat(password(null).readOrCreate()).isNotEqualTo(first);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void canBeReadByItsOwnerOnly() throws IOException {
        password(null).readOrCreate();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("demonstration-password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isNotWrittenWhenItIsGiven() {
        assertThat(password("given").readOrCreate()).isEqualTo("given");
        assertThat(home.resolve("demonstration-password")).doesNotExist();
    }

    @Test
    void anAdministratorNeedsBothNameAndPassword() {
        assertThatThrownBy(() -> new AdministratorSettings("admin", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AdministratorSettings(null, "secret")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new AdministratorSettings(null, "").given()).isFalse();
        assertThat(new AdministratorSettings("admin", "secret")).hasToString("administrator admin");
    }

    private DemonstrationPassword password(String given) {
        return new DemonstrationPassword(new DemonstrationSettings(given, null), home.resolve("postgres"));
    }
}
