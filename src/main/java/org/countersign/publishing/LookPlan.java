package org.countersign.publishing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * When to look for a delivery whose answer was lost.
 *
 * @param lookPauses pause before each look; they grow, because a post can show up on lists late. When the last look finds
 *                   nothing, a person is asked
 */
@ConfigurationProperties("countersign.publishing")
public record LookPlan(@DefaultValue({"5s", "30s", "2m", "10m"}) List<Duration> lookPauses) {

    public LookPlan {
        if (lookPauses.isEmpty() || lookPauses.stream().anyMatch(pause -> pause.isZero() || pause.isNegative())) {
            throw new IllegalArgumentException("countersign.publishing.look-pauses: one pause at least, none without length");
        }
        lookPauses = List.copyOf(lookPauses);
    }

    /** Pause before the next look, when so many were taken. */
    public Duration pause(int looks) {
        return lookPauses.get(Math.min(looks, lookPauses.size() - 1));
    }

    boolean exhausted(int looks) {
        return looks >= lookPauses.size();
    }
}
