package org.countersign.post;

import java.time.Instant;
import java.util.UUID;

/**
 * A post as it is being written.
 *
 * @param revision counts the saves; must be handed back with the next one
 */
public record Post(UUID id, String authorId, PostState state, PostContent draft, int revision, Instant createdAt,
                   Instant updatedAt, String updatedBy) {

    /** Short enough to say on the phone, long enough to find it. */
    public String shortId() {
        return id.toString().substring(0, 8);
    }
}
