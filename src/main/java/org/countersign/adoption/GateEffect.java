package org.countersign.adoption;

/**
 * What the program does to a post, from best to worst.
 */
public enum GateEffect {
    OPEN,
    /** The post waits until the step is mended. */
    FROZEN,
    /** Executives do not support the program: no new content at all; inventory, monitoring and take-downs go on. */
    DEFENSIVE
}
