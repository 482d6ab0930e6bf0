package org.countersign.adoption;

/**
 * Something about a step cannot be done like this; the message tells people why and what to do instead. Nothing was done.
 */
public class StepRefused extends RuntimeException {

    public StepRefused(String message) {
        super(message);
    }
}
