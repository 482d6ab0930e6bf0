package org.countersign.oversight;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Percentiles by the nearest rank: always a value that really was.
 */
final class Percentiles {

    private final NavigableMap<Integer, Long> frequencies = new TreeMap<>();
    private long count;

    void add(int value, long times) {
        frequencies.merge(value, times, Long::sum);
        count += times;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * The smallest value that at least so many per cent do not exceed.
     *
     * @throws IllegalStateException when there are no values
     */
    int at(int percent) {
        long rank = (count * percent + 99) / 100;
        long seen = 0;
        for (Map.Entry<Integer, Long> value : frequencies.entrySet()) {
            seen += value.getValue();
            if (seen >= rank) {
                return value.getKey();
            }
        }
        throw new IllegalStateException("Nothing has no percentiles");
    }
}
