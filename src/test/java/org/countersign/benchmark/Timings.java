package org.countersign.benchmark;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Durations, collected by many threads.
 */
final class Timings {

    private final Queue<Long> nanoseconds = new ConcurrentLinkedQueue<>();

    void add(long duration) {
        nanoseconds.add(duration);
    }

    int count() {
        return nanoseconds.size();
    }

    /** The duration that so many per cent do not exceed, in milliseconds. */
    double percentile(int percent) {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1L, (long) sorted.size() * percent / 100)) / 1e6;
    }
}
