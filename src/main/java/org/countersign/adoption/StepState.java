package org.countersign.adoption;

/**
 * How a step stands at a moment.
 */
public enum StepState {
    NOT_STARTED("Not started"),
    IN_PROGRESS("In progress"),
    SUBMITTED("Waiting for a decision"),
    ACCEPTED("Accepted"),
    /** Accepted still, but the renewal must begin. */
    DUE("Renewal due"),
    LAPSED("Lapsed"),
    REFUSED("Refused"),
    /** An executive took the risk by name, with a reason, for at most 90 days. */
    WAIVED("Waived");

    private final String label;

    StepState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
