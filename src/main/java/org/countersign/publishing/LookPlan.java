package org.countersign.publishing;

import java.time.Duration;
import java.util.List;

/**
 * When to look for a delivery whose answer was lost. The pauses grow, because a post can show up on lists late.
 */
public final class LookPlan {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10));

    private LookPlan() {
    }

    /** Pause before the next look, when so many were taken. */
    public static Duration pause(int looks) {
        return PAUSES.get(Math.min(looks, PAUSES.size() - 1));
    }

    static boolean exhausted(int looks) {
        return looks >= PAUSES.size();
    }
}
