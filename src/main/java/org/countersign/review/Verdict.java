package org.countersign.review;

/**
 * What became of a version in review.
 */
public enum Verdict {
    /** Every required role approved in time. */
    APPROVED,
    /** At least one role asked for changes. */
    CHANGES,
    /** At least one role rejected the post. */
    REJECTED,
    /** Findings block it and nobody has asked for a determination. */
    BLOCKED,
    /** The time to publish passed before everybody had approved, or an early approval is no longer valid. */
    LATE
}
