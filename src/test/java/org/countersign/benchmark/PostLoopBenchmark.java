package org.countersign.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.countersign.ledger.LedgerVerifier;
import org.countersign.people.Role;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How fast the whole loop is, beside what the engine alone needs for the same diagrams. Prints, and fails only when a post
 * is lost or published twice, or when the record is not sound. {@code mvn -Pbenchmark verify -Dposts=1000}
 */
class PostLoopBenchmark {

    private static final int POSTS = Integer.getInteger("posts", 300);
    private static final int WARM_UP = Math.max(10, POSTS / 5);
    private static final int THREADS = 4;
    private static final int OPEN_TASKS = Integer.getInteger("tasks", 2000);
    private static final String REVIEW = "post-review";

    private final Path home = Path.of("target/benchmark").toAbsolutePath();
    private final List<Integer> submitted = new ArrayList<>();
    private ProcessEngine engine;
    private JdbcClient database;

    @Test
    void thePostLoopBesideTheEngineAlone() throws Exception {
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        Report report = new Report();
        report.starts(FirstStart.in(home), home);
        double before = Clockwork.secondsSinceStart();
        try (LoopbackMastodonProcess server = new LoopbackMastodonProcess(home.resolve("mastodon"));
             ConfigurableApplicationContext application = Instance.start(home, Baseline::register)) {
            report.secondStart(Clockwork.secondsSinceStart() - before);
            Instance.connect(application, server.base());
            engine = application.getBean(ProcessEngine.class);
            database = application.getBean(JdbcClient.class);
            Reviewers.hire(engine);
            Baseline baseline = new Baseline(engine);
            baseline.deploy();
            Authors authors = new Authors(application.getBean(org.countersign.post.Desk.class));

            baseline(baseline, WARM_UP);
            loop(authors, WARM_UP);
            Course alone = baseline(baseline, POSTS);
            Course loop = loop(authors, POSTS);
            report.courses(loop, alone);
            report.heap(Clockwork.heapAfterCollection());
            assertThat(published(server)).containsExactlyInAnyOrderElementsOf(submitted);
            report.ledger(verified(application));
            measureTaskList(baseline, report);
            report.gate(GateWatch.in(application).measure(authors, submitted.size()));
        }
        report.print();
    }

    private Course loop(Authors authors, int posts) throws InterruptedException {
        return run(REVIEW, posts, number -> {
            authors.submit(number);
            submitted.add(number);
        }, () -> database.sql("select count(*) from post where state <> 'PUBLISHED'").query(Long.class).single() == 0);
    }

    private Course baseline(Baseline baseline, int posts) throws InterruptedException {
        return run(Baseline.PROCESS, posts, baseline::start, () -> baseline.open() == 0);
    }

    private Course run(String process, int posts, IntConsumer author, BooleanSupplier done) throws InterruptedException {
        Timings completions = new Timings();
        long jobs = jobs();
        long processor = Clockwork.processorNanoseconds();
        int first = submitted.size();
        long begin = System.nanoTime();
        try (Reviewers reviewers = new Reviewers(engine, process, THREADS, completions)) {
            IntStream.range(first, first + posts).forEach(author);
            Clockwork.until(done);
        }
        return new Course(posts, (System.nanoTime() - begin) / 1e9, (Clockwork.processorNanoseconds() - processor) / 1e9,
                jobs() - jobs, completions);
    }

    private long jobs() {
        return engine.getHistoryService().createHistoricJobLogQuery().successLog().count();
    }

    private static List<Integer> published(LoopbackMastodonProcess server) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode status : server.posts()) {
            numbers.add(Authors.number(status.path("text").asText()));
        }
        return numbers;
    }

    private static LedgerVerifier.Report verified(ConfigurableApplicationContext application) {
        LedgerVerifier.Report report = application.getBean(LedgerVerifier.class).all();
        assertThat(report.problems()).isEmpty();
        return report;
    }

    /** Nobody works now, so the tasks pile up. */
    private void measureTaskList(Baseline baseline, Report report) {
        TaskList list = new TaskList(engine);
        for (long wanted : List.of(OPEN_TASKS / 10L, (long) OPEN_TASKS)) {
            for (int number = 1; list.open(Baseline.PROCESS) < wanted; number++) {
                baseline.start(Authors.KINDS.size() * number - 1);
                if (number % 20 == 0) {
                    Clockwork.until(() -> engine.getManagementService().createJobQuery().messages().count() == 0);
                }
            }
            report.taskList(list.open(Baseline.PROCESS), list.median(Role.MARKETING));
        }
    }
}
