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

    /** Whether nothing happens until an author acts. */
    public boolean waitsForAuthor() {
        return switch (this) {
            case BLOCKED, RETURNED, NEEDS_NEW_TIME, NOT_PUBLISHED -> true;
            default -> false;
        };
    }

    /** Whether the post can be taken back: it was submitted, and nothing of it went out. */
    public boolean withdrawable() {
        return editable() && this != DRAFT;
    }

    /** Whether a new version may still be submitted. Once sending begins, a change is an edit of a live post. */
    public boolean editable() {
        return switch (this) {
            case DRAFT, IN_REVIEW, BLOCKED, RETURNED, NEEDS_NEW_TIME, SCHEDULED, NOT_PUBLISHED -> true;
            case PUBLISHING, PUBLISHED, PARTLY_PUBLISHED, REJECTED, WITHDRAWN -> false;
        };
    }
}
