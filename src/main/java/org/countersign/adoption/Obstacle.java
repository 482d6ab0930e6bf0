package org.countersign.adoption;

import java.time.Instant;

/**
 * A step that holds a post.
 *
 * @param entity name of the legal entity whose program it is
 * @param since  since when the step stands so; null for one that nobody has begun
 */
public record Obstacle(String entity, GateEffect effect, Step step, StepState state, Instant since) {
}
