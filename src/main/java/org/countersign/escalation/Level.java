package org.countersign.escalation;

/** To whom a rung leads; each level is above the one before. */
public enum Level {
    /** Whoever holds the task, or everybody who may take it. */
    HOLDER("Holder"),
    SUPERVISOR("Supervisor"),
    EXECUTIVE("Named executive"),
    COMMITTEE("Compliance committee");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
