package org.countersign.post;

/**
 * The post does not let this person do this now; the message says why and what to do.
 */
public class NotAllowed extends RuntimeException {

    NotAllowed(String message) {
        super(message);
    }
}
