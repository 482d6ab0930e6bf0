package org.countersign.adoption;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is known of a step: the last decision and the work on the next one. How the step stands follows from the clock.
 *
 * @param cycle      the round of work; evidence belongs to a round
 * @param work       whether the next decision is being prepared or waited for, whatever the last one was
 * @param proposer   who began or prepared the round; never the one who decides
 * @param decision   the last decision; null before the first
 * @param validUntil end of an acceptance or waiver, exclusive
 * @param lapsedFrom when the step lapsed before its time; null as long as it has not
 * @param reason     why it was refused, waived, or lapsed early
 */
public record StepStanding(UUID programId, Step step, int cycle, Work work, Instant workSince, String proposer,
                           Decision decision, Instant decidedAt, String decidedBy, Instant validUntil, Instant lapsedFrom,
                           String reason) {

    /** How long before its end an acceptance is due for renewal. */
    public static final Duration NOTICE = Duration.ofDays(30);

    public enum Work { NONE, IN_PROGRESS, SUBMITTED }

    public enum Decision { ACCEPTED, REFUSED, WAIVED }

    /** How the step stands at a moment. */
    public StepState state(Instant now) {
        if (decision == null) {
            return switch (work) {
                case NONE -> StepState.NOT_STARTED;
                case IN_PROGRESS -> StepState.IN_PROGRESS;
                case SUBMITTED -> StepState.SUBMITTED;
            };
        }
        if (decision == Decision.REFUSED) {
            return StepState.REFUSED;
        }
        if (!now.isBefore(end())) {
            return StepState.LAPSED;
        }
        if (decision == Decision.WAIVED) {
            return StepState.WAIVED;
        }
        return now.isBefore(dueFrom()) ? StepState.ACCEPTED : StepState.DUE;
    }

    /** Since when it stands so; empty for a step on which nobody has worked yet. */
    public Optional<Instant> since(Instant now) {
        return Optional.ofNullable(switch (state(now)) {
            case NOT_STARTED -> null;
            case IN_PROGRESS, SUBMITTED -> workSince;
            case ACCEPTED, REFUSED, WAIVED -> decidedAt;
            case DUE -> dueFrom();
            case LAPSED -> end();
        });
    }

    /** The next moment at which the state changes by itself; empty when only an act changes it. */
    public Optional<Instant> nextChange(Instant now) {
        return decision == null || decision == Decision.REFUSED ? Optional.empty()
                : Stream.of(dueFrom(), end()).filter(now::isBefore).min(Instant::compareTo);
    }

    private Instant dueFrom() {
        Instant notice = end().minus(NOTICE);
        return notice.isBefore(decidedAt) ? decidedAt : notice;
    }

    private Instant end() {
        return lapsedFrom != null && lapsedFrom.isBefore(validUntil) ? lapsedFrom : validUntil;
    }
}
