package org.countersign.benchmark;

import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long an executive waits for the scorecard of a year. Prints, and fails when it is not there within a second.
 * {@code mvn -Pbenchmark verify -Dit.test=ScorecardBenchmark}
 */
class ScorecardBenchmark {

    private static final int POSTS = Integer.getInteger("scorecard.posts", 100_000);
    private static final int RECORDS = Integer.getInteger("scorecard.records", 1_000_000);
    private static final String YEAR = "/scorecard?period=days&from=2026-01-01&to=2026-12-31";

    @Test
    void theScorecardOfAYear() throws Exception {
        Path home = Path.of("target/benchmark-scorecard").toAbsolutePath();
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        try (ConfigurableApplicationContext application = Instance.start(home, context -> { })) {
            double written = seconds(() -> ManyPosts.write(application.getBean(JdbcClient.class), POSTS, RECORDS));
            Visitor executive = new Visitor(((ServletWebServerApplicationContext) application).getWebServer().getPort())
                    .signIn("evelyn");
            double first = page(executive);
            double[] next = {page(executive), page(executive), page(executive), page(executive), page(executive)};
            Arrays.sort(next);
            System.out.printf(Locale.ROOT, "%,d posts and %,d ledger rows written in %.1f s%n", POSTS, RECORDS, written);
            System.out.printf(Locale.ROOT, "Scorecard of a year: first %.2f s, then median %.2f s%n", first, next[2]);
            assertThat(next[2]).isLessThan(1);
        }
    }

    private static double page(Visitor executive) {
        return seconds(() -> assertThat(executive.get(YEAR).body()).contains("Time to decision", "R4"));
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }
}
