package org.countersign.adoption.crisis;

import java.time.Instant;
import java.util.UUID;

/**
 * A crisis of the organization.
 *
 * @param id             also the stream of its record
 * @param cause          a key of the crisis plan
 * @param confirmedBy    the second person, for a level that needs one; null before
 * @param endedAt        null while it goes on
 * @param afterActionDue by when the report must be written; null for a crisis that was never in force
 * @param afterAction    what happened and what was learned; null before
 */
public record Crisis(UUID id, int level, String cause, Instant declaredAt, String declaredBy, Instant confirmedAt,
                     String confirmedBy, Instant endedAt, String endedBy, Instant afterActionDue, String afterAction,
                     Instant afterActionAt, String afterActionBy) {

    public boolean ended() {
        return endedAt != null;
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    /** Whether its report is wanted. */
    public boolean reportOpen() {
        return afterActionDue != null && afterAction == null;
    }
}
