package org.countersign.publishing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What pages and other modules may know about deliveries.
 */
public interface Deliveries {

    Optional<Delivery> find(UUID id);

    /** All deliveries of a post, ordered by version and account. */
    List<Delivery> of(UUID postId);

    /** The deliveries of one version, ordered by account. */
    List<Delivery> of(UUID postId, int versionNumber);
}
