package org.countersign.publishing;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a delivery stands.
 * <pre>
 * READY ──────► SENDING ──────► SENT
 *   ▲ ▲            │ │ └──────► REFUSED ──► READY (try again) | NOT_POSTED
 *   │ └────────────┘ └────────► UNKNOWN ──► SENT | READY (found absent, and sending twice is one post)
 *   │   certainly did not arrive      └───► NEEDS_PERSON ──► POSTED_BY_HAND | READY | NOT_POSTED
 * READY ──► LATE | REFUSED (a condition) | POSTED_BY_HAND | NOT_POSTED (by hand)
 * </pre>
 * Whatever may have arrived never goes back to READY without somebody or something having looked.
 */
public enum DeliveryState {
    /** Nothing of it is on the network; it may be sent. */
    READY("Waits to be sent"),
    /** An attempt is committed; the call may be on its way. */
    SENDING("Being sent"),
    /** The network has it. */
    SENT("Sent"),
    /** The network or a condition turned it away; a person decides. */
    REFUSED("Turned away"),
    /** It may have arrived; it is being looked for. */
    UNKNOWN("Sent, answer unknown"),
    /** It was looked for without a clear result. */
    NEEDS_PERSON("A person must look"),
    /** A person posted it or found it, and gave its address. */
    POSTED_BY_HAND("Posted by hand"),
    /** A person decided that it does not go out. */
    NOT_POSTED("Not posted"),
    /** Its time passed before it was sent. */
    LATE("Too late");

    private final String label;

    DeliveryState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the post is on the network. */
    public boolean online() {
        return this == SENT || this == POSTED_BY_HAND;
    }

    /** Whether nothing changes any more. */
    public boolean settled() {
        return next().isEmpty();
    }

    boolean mayBecome(DeliveryState other) {
        return next().contains(other);
    }

    private Set<DeliveryState> next() {
        return switch (this) {
            case READY -> EnumSet.of(SENDING, LATE, REFUSED, POSTED_BY_HAND, NOT_POSTED);
            case SENDING -> EnumSet.of(SENT, REFUSED, READY, UNKNOWN);
            case UNKNOWN -> EnumSet.of(SENT, READY, NEEDS_PERSON);
            case REFUSED -> EnumSet.of(READY, NOT_POSTED);
            case NEEDS_PERSON -> EnumSet.of(POSTED_BY_HAND, READY, NOT_POSTED);
            case SENT, POSTED_BY_HAND, NOT_POSTED, LATE -> EnumSet.noneOf(DeliveryState.class);
        };
    }
}
