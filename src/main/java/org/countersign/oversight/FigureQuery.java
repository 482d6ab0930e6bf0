package org.countersign.oversight;

import java.time.Instant;

/**
 * What a figure is asked for.
 *
 * @param entity id of a legal entity; null for all of them
 * @param now    nothing later is counted, however long the period goes on
 */
public record FigureQuery(Period period, String entity, Instant now) {

    public Instant from() {
        return period.from();
    }

    /** The end of what is counted, exclusive. */
    public Instant until() {
        return period.to().isBefore(now) ? period.to() : now;
    }

    FigureQuery of(Period other) {
        return new FigureQuery(other, entity, now);
    }
}
