package org.countersign.review.web;

import org.countersign.post.ChannelPreview;
import org.countersign.post.DeliveryProgress;
import org.countersign.post.PostVersion;
import org.countersign.review.ReviewTask;
import org.countersign.review.VersionDiff;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is looked at in a task.
 *
 * @param roleLabel     the role that is asked, or null
 * @param riskClass     {@code R2, moderate}, or null when the version was not routed
 * @param overdue       whether the task is late
 * @param newerVersion  number of a version that has replaced this one, or null
 * @param facts         what the author says about the post
 * @param determination why the author holds that the blocking findings do not apply, or null
 * @param progress      what happened so far on the account of the task, or null
 */
record ReviewSheet(ReviewTask task, PostVersion version, String author, String roleLabel, String riskClass, boolean overdue,
                   Integer newerVersion, List<String> facts, List<ChannelPreview> previews, List<ShownFinding> findings,
                   String determination, Comparison comparison, List<ShownDecision> decisions,
                   DeliveryProgress.Progress progress) {

    /** What changed since an earlier version; null in the sheet of a first version. */
    record Comparison(int with, boolean seen, List<VersionDiff.Part> parts) {
    }

    record ShownDecision(int version, String role, String person, Instant at, String decision, String kind,
                         String explanation, String reasonCode, String determination) {
    }

    record ShownComment(int version, String person, Instant at, String text) {
    }

    public String shortDigest() {
        return version.digest().substring(0, 12);
    }

    /** Whether the author is to mend the post. */
    public boolean revising() {
        return "revisePost".equals(task.kind());
    }

    /** Whether the task is about sending. */
    public boolean sending() {
        return task.deliveryId() != null;
    }

    public boolean blocked() {
        return findings.stream().anyMatch(finding -> finding.kind().equals("block"));
    }
}
