package org.countersign.publishing;

import org.countersign.post.PostState;

import java.util.Collection;

/**
 * What came of publishing a version, over all its deliveries.
 */
public enum PublicationOutcome {
    PUBLISHED(PostState.PUBLISHED),
    PARTLY_PUBLISHED(PostState.PARTLY_PUBLISHED),
    NOT_PUBLISHED(PostState.NOT_PUBLISHED),
    /** Nothing is online and at least one delivery came too late: a new time would help. */
    LATE(PostState.NEEDS_NEW_TIME);

    private final PostState postState;

    PublicationOutcome(PostState postState) {
        this.postState = postState;
    }

    /** The state a post enters with this outcome. */
    public PostState postState() {
        return postState;
    }

    static PublicationOutcome of(Collection<DeliveryState> states) {
        long online = states.stream().filter(DeliveryState::online).count();
        if (online > 0) {
            return online == states.size() ? PUBLISHED : PARTLY_PUBLISHED;
        }
        return states.contains(DeliveryState.LATE) ? LATE : NOT_PUBLISHED;
    }
}
