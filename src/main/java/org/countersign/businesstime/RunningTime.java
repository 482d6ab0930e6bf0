package org.countersign.businesstime;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock that runs always, or only at certain times.
 */
interface RunningTime {

    /** The clock on the wall. */
    RunningTime ALWAYS = new RunningTime() {
        @Override
        public Instant advance(Instant start, Duration amount) {
            return start.plus(amount);
        }

        @Override
        public Duration between(Instant start, Instant end) {
            return Duration.between(start, end);
        }
    };

    /** The first moment at which the clock has run for that long since the start. */
    Instant advance(Instant start, Duration amount);

    /** How long the clock runs between two moments. */
    Duration between(Instant start, Instant end);
}
