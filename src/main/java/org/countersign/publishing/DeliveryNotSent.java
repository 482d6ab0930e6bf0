package org.countersign.publishing;

/**
 * An attempt certainly did not arrive and is to be repeated later: thrown so that the engine tries the job again. The
 * message names ids and the technical cause only.
 */
public class DeliveryNotSent extends RuntimeException {

    DeliveryNotSent(String message) {
        super(message);
    }
}
