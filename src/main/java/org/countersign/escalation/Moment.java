package org.countersign.escalation;

/** From when a rung counts. */
public enum Moment {
    /** Half of the time is gone. */
    HALFWAY,
    /** Four fifths of the time are gone. */
    NEARLY,
    /** The deadline. */
    DUE
}
