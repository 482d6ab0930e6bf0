package org.countersign.people;

/**
 * A legal entity of a health system: a hospital, a physician group, a foundation.
 *
 * @param id short stable id: {@code harbor-vale}
 */
public record Entity(String id, String name) {

    /** The entity that exists from the start; an organization of one entity needs no other. */
    public static final String FIRST = "organization";
}
