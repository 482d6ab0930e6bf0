package org.countersign.oversight;

import java.util.Arrays;

/**
 * Percentiles by the nearest rank: always a duration that really was.
 */
final class Percentiles {

    private final long[] sorted;

    Percentiles(long[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    int count() {
        return sorted.length;
    }

    /**
     * The smallest value that at least so many per cent do not exceed.
     *
     * @throws IllegalStateException when there are no values
     */
    long at(int percent) {
        if (sorted.length == 0) {
            throw new IllegalStateException("Nothing has no percentiles");
        }
        return sorted[(int) (((long) sorted.length * percent + 99) / 100) - 1];
    }
}
