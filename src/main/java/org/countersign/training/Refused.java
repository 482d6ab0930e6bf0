package org.countersign.training;

import java.util.List;

/**
 * Something about a policy or a training cannot be done as asked; the message says why and what to do.
 */
public class Refused extends RuntimeException {

    private final List<String> details;

    Refused(String message) {
        this(message, List.of());
    }

    Refused(String message, List<String> details) {
        super(message);
        this.details = List.copyOf(details);
    }

    /** What exactly is missing or wrong, one line each; empty when the message says it all. */
    public List<String> details() {
        return details;
    }
}
