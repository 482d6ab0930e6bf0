package org.countersign.adoption.workgroup;

import java.time.Instant;
import java.util.UUID;

/**
 * A question for the workgroup.
 *
 * @param decision what was decided; null while the issue is open
 */
public record Issue(UUID id, UUID programId, String title, String description, Instant raisedAt, String raisedBy,
                    String decision, Instant decidedAt, String decidedBy) {

    public boolean open() {
        return decision == null;
    }
}
