package org.countersign.post;

/**
 * Where a post stands. Set by the process only; {@link #DRAFT} is where it begins.
 */
public enum PostState {
    DRAFT("Draft"),
    IN_REVIEW("In review"),
    BLOCKED("Blocked by findings"),
    RETURNED("Changes requested"),
    NEEDS_NEW_TIME("Needs a new time"),
    SCHEDULED("Approved and scheduled"),
    PUBLISHING("Being published"),
    PUBLISHED("Published"),
    PARTLY_PUBLISHED("Partly published"),
    NOT_PUBLISHED("Could not be published"),
    REJECTED("Rejected"),
    WITHDRAWN("Withdrawn");

    private final String label;

    PostState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether a new version may still be submitted. Once sending begins, a change is an edit of a live post. */
    public boolean editable() {
        return switch (this) {
            case DRAFT, IN_REVIEW, BLOCKED, RETURNED, NEEDS_NEW_TIME, SCHEDULED, NOT_PUBLISHED -> true;
            case PUBLISHING, PUBLISHED, PARTLY_PUBLISHED, REJECTED, WITHDRAWN -> false;
        };
    }
}
