package org.countersign.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What one role decided about one version. Never changes.
 *
 * @param digest        the content digest the reviewer saw
 * @param explanation   what must change, or why the post is rejected; empty for an approval
 * @param reasonCode    reason code of a rejection, otherwise null
 * @param determination why the blocking findings of this role do not apply; null when there were none
 * @param form          id and version of the form with the checklist, {@code review-legal:3}
 * @param answers       checklist answers by question key
 */
public record Decision(UUID postId, int version, String role, String digest, String taskId, String by, Instant at,
                       Kind kind, String explanation, String reasonCode, String determination, String form,
                       Map<String, String> answers) {

    public enum Kind { APPROVE, CHANGES, REJECT }

    public boolean approves() {
        return kind == Kind.APPROVE;
    }
}
