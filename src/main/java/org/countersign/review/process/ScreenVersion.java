package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.post.PostContent;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.review.Determinations;
import org.countersign.review.VersionScreening;
import org.countersign.screening.Finding;
import org.countersign.screening.Severity;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Screens the version and gives the decision tables their facts.
 */
@Component
class ScreenVersion implements JavaDelegate {

    /** Compliance sees one post in ten of the moderate class, chosen by the digest. */
    private static final int SAMPLE_OF_256 = 26;

    private final Posts posts;
    private final ReviewedVersion reviewed;
    private final VersionScreening screening;
    private final Determinations determinations;

    ScreenVersion(Posts posts, ReviewedVersion reviewed, VersionScreening screening, Determinations determinations) {
        this.posts = posts;
        this.reviewed = reviewed;
        this.screening = screening;
        this.determinations = determinations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PostVersion version = reviewed.of(execution);
        // Whoever acts on a post locks it before its record; the other way round, a submission at this moment deadlocks.
        posts.lock(version.postId());
        List<Finding> findings = screening.screen(version);
        PostContent content = version.content();
        execution.setVariable(PostReview.POST_KIND, content.kind().name());
        execution.setVariable(PostReview.FINDING_CODES,
                findings.stream().map(Finding::code).distinct().collect(Collectors.toCollection(ArrayList::new)));
        execution.setVariable(PostReview.REVIEW_SEVERITY_COUNT, count(findings, Severity.REVIEW));
        execution.setVariable(PostReview.UNRESOLVED_BLOCK,
                count(findings, Severity.BLOCK) > 0 && !determinations.requested(version));
        execution.setVariable(PostReview.PAID, content.paid());
        execution.setVariable(PostReview.SERVICE_LINE, content.serviceLine().name());
        execution.setVariable(PostReview.PERSON_SHOWN, content.personShown());
        execution.setVariable(PostReview.NEWS_LINKED, content.newsLinked());
        execution.setVariable(PostReview.NEW_ACCOUNT, screening.addressesNewAccount(content));
        execution.setVariable(PostReview.COMPLIANCE_SAMPLE,
                Integer.parseInt(version.digest().substring(0, 2), 16) < SAMPLE_OF_256);
    }

    /** Codes, not places: the same words on four channels are one reason to look. */
    private static int count(List<Finding> findings, Severity severity) {
        return (int) findings.stream().filter(finding -> finding.severity() == severity).map(Finding::code)
                .distinct().count();
    }
}
