package org.countersign.review;

import org.countersign.post.PostVersion;
import org.countersign.screening.Finding;
import org.countersign.screening.FindingCatalog;
import org.countersign.screening.FindingCode;
import org.countersign.screening.Severity;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Findings that hold a version back until the reviewers named for them have determined that they do not apply. The
 * screener can be wrong; only a named person may say so, with a reason, and never for a technical defect.
 */
@Component
public class BlockingFindings {

    private final FindingRepository findings;
    private final ReviewRepository reviews;
    private final FindingCatalog catalog;

    BlockingFindings(FindingRepository findings, ReviewRepository reviews, FindingCatalog catalog) {
        this.findings = findings;
        this.reviews = reviews;
        this.catalog = catalog;
    }

    /** All blocking findings of a version. */
    public List<Finding> of(UUID postId, int version) {
        return findings.of(postId, version).stream()
                .filter(finding -> finding.severity() == Severity.BLOCK).toList();
    }

    /** Those that a role has to determine. */
    public List<Finding> forRole(UUID postId, int version, String role) {
        return of(postId, version).stream().filter(finding -> roles(finding).contains(role)).toList();
    }

    /** Whether the author may ask for a determination at all: a technical defect is mended, not discussed. */
    public boolean determinable(UUID postId, int version) {
        return of(postId, version).stream()
                .allMatch(finding -> catalog.find(finding.code()).filter(FindingCode::clearable).isPresent());
    }

    /** Why the version is still held back, as a sentence; empty when every finding was determined not to apply. */
    Optional<String> unresolved(PostVersion version) {
        List<Decision> decisions = reviews.decisions(version.postId(), version.number());
        return of(version.postId(), version.number()).stream()
                .filter(finding -> decisions.stream().noneMatch(decision -> decision.approves()
                        && decision.determination() != null && roles(finding).contains(decision.role())))
                .findFirst()
                .map(finding -> "Finding " + finding.code() + " blocks this version and nobody has determined that it "
                        + "does not apply.");
    }

    private List<String> roles(Finding finding) {
        return catalog.find(finding.code()).map(FindingCode::roles).orElse(List.of());
    }
}
