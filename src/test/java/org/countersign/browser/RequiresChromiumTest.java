package org.countersign.browser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequiresChromiumTest {

    private static final Chromium INSTALLED = new Chromium(Path.of("chromium"), Path.of("chromedriver"));

    @Test
    void whereThereIsABrowserTheTestRuns() {
        assertThat(RequiresChromium.Condition.decide(Optional.of(INSTALLED), false).isDisabled()).isFalse();
        assertThat(RequiresChromium.Condition.decide(Optional.of(INSTALLED), true).isDisabled()).isFalse();
    }

    @Test
    void whereThereIsNoneItIsSkippedAndSaysWhy() {
        var result = RequiresChromium.Condition.decide(Optional.empty(), false);

        assertThat(result.isDisabled()).isTrue();
        assertThat(result.getReason()).hasValueSatisfying(reason -> assertThat(reason).contains("no Chromium"));
    }

    @Test
    void inContinuousIntegrationASkippedTestIsAFailure() {
        assertThatThrownBy(() -> RequiresChromium.Condition.decide(Optional.empty(), true))
                .isInstanceOf(AssertionError.class).hasMessageContaining("chromium-driver");
    }

    @Test
    void theFirstBrowserOnThePathIsTaken(@TempDir Path first, @TempDir Path second) throws IOException {
        Path browser = executable(second.resolve("chromium"));
        Path driver = executable(second.resolve("chromedriver"));
        Files.createFile(first.resolve("chromium")); // not executable

        assertThat(Chromium.find(first + File.pathSeparator + second)).contains(new Chromium(browser, driver));
    }

    private static Path executable(Path file) throws IOException {
        assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
        return file;
    }
}
