package org.countersign.publishing.connector;

/**
 * No answer came. Carries no part of the request, so that it may be logged.
 */
public class WireBroken extends Exception {

    private final boolean mayHaveArrived;

    WireBroken(String why, boolean mayHaveArrived, Throwable cause) {
        super(why, cause);
        this.mayHaveArrived = mayHaveArrived;
    }

    /** Whether the server may have read the request all the same. False only when no connection came about. */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }
}
