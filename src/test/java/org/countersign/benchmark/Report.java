package org.countersign.benchmark;

import org.countersign.ledger.LedgerVerifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed in the end. */
final class Report {

    private final List<String> lines = new ArrayList<>();

    void starts(double seconds, Path home) {
        lines.add("Data in " + home + ", PostgreSQL with fsync and synchronous commit, "
                + Runtime.getRuntime().availableProcessors() + " processors");
        line("First start, makes the database", "%.1f s", seconds);
    }

    void secondStart(double seconds) {
        line("Second start, to ready", "%.1f s", seconds);
    }

    void courses(Course loop, Course alone) {
        lines.add("");
        lines.add("%-34s %14s %14s %8s".formatted("", "whole loop", "engine alone", "ratio"));
        compare("Posts", loop.posts(), alone.posts());
        compare("Posts per second", loop.postsPerSecond(), alone.postsPerSecond());
        compare("Jobs per second", loop.jobsPerSecond(), alone.jobsPerSecond());
        compare("Jobs per post", (double) loop.jobs() / loop.posts(), (double) alone.jobs() / alone.posts());
        compare("Processor time per post, ms", loop.processorMillisecondsPerPost(), alone.processorMillisecondsPerPost());
        compare("Tasks completed", loop.completions().count(), alone.completions().count());
        compare("Completing a task, p50, ms", loop.completions().percentile(50), alone.completions().percentile(50));
        compare("Completing a task, p99, ms", loop.completions().percentile(99), alone.completions().percentile(99));
        lines.add("");
    }

    void heap(long megabytes) {
        line("Heap in use after collection", "%.0f MB", megabytes);
    }

    void ledger(LedgerVerifier.Report report) {
        line("Ledger records, all verified", "%,.0f", report.records());
    }

    void taskList(long open, double milliseconds) {
        line("Task list of a role, %,d tasks open".formatted(open), "%.1f ms", milliseconds);
    }

    void gate(GateWatch.Report gate) {
        line("Asking the gate, p50, ms", "%.2f", gate.gate());
        line("Submitting a post with it, p50, ms", "%.2f", gate.submission());
    }

    void print() {
        System.out.println(String.join(System.lineSeparator(), lines));
    }

    private void compare(String what, double loop, double alone) {
        lines.add(String.format(Locale.ROOT, "%-34s %14.1f %14.1f %8.2f", what, loop, alone, loop / alone));
    }

    private void line(String what, String format, double value) {
        lines.add(String.format(Locale.ROOT, "%-34s %14s", what, String.format(Locale.ROOT, format, value)));
    }
}
