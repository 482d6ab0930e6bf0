package org.countersign.oversight;

import java.time.Instant;
import java.util.UUID;

/**
 * A report and what became of it; moments are null before they come.
 *
 * @param entity id of the legal entity
 * @param sha256 digest of the PDF file
 * @param dueAt  when the acknowledgment of a delivered report is due
 */
public record ReportState(UUID id, String entity, Quarter quarter, String sha256, String builtBy, Instant builtAt,
                          String deliveredBy, Instant deliveredAt, Instant dueAt, String acknowledgedBy,
                          Instant acknowledgedAt, Instant escalatedAt) {

    public boolean delivered() {
        return deliveredAt != null;
    }

    public boolean acknowledged() {
        return acknowledgedAt != null;
    }

    public boolean escalated() {
        return escalatedAt != null;
    }

    /** How it stands in a word. */
    public String label() {
        if (acknowledged()) {
            return "Acknowledged";
        }
        return escalated() ? "Escalated" : delivered() ? "Delivered" : "Built";
    }
}
