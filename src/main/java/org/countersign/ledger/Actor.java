package org.countersign.ledger;

/**
 * Who acted, by the id under which the engine knows the person, or {@code system}.
 */
public record Actor(String id, Type type) {

    public enum Type { STAFF, SYSTEM, PUBLIC }

    /** The application itself: timers, delegates, senders. */
    public static final Actor SYSTEM = new Actor("system", Type.SYSTEM);

    public static Actor staff(String userId) {
        return new Actor(userId, Type.STAFF);
    }
}
