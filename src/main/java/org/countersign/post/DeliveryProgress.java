package org.countersign.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a post has come on one account: answered by the module that sends.
 */
public interface DeliveryProgress {

    /** Empty when there is no such delivery. */
    Optional<Progress> of(UUID deliveryId);

    /**
     * @param version the version that is sent
     * @param state   what it amounts to, in words
     * @param steps   what happened, the oldest first
     */
    record Progress(String accountId, int version, String state, List<Step> steps) {
    }

    /** One thing that happened, as a sentence without any text of the post. */
    record Step(Instant at, String what) {
    }
}
