package org.countersign.adoption.workgroup;

import org.countersign.people.Role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A meeting of the workgroup as it was recorded. It never changes; the minutes of the next one correct it.
 *
 * @param present who was there, by the role of the seat
 * @param quorate whether it could decide, by the charter of that day
 */
public record Meeting(UUID id, UUID programId, LocalDate heldOn, Map<Role, String> present, boolean quorate, String minutes,
                      List<Resolution> decisions, Instant recordedAt, String recordedBy) {

    /**
     * Something the workgroup decided.
     *
     * @param owner id of the person who does it, or null
     * @param due   by when, or null
     */
    public record Resolution(String text, String owner, LocalDate due) {
    }
}
