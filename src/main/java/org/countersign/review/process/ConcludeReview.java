package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.post.PostVersion;
import org.countersign.review.ReviewMails;
import org.countersign.review.Reviews;
import org.countersign.review.Verdict;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/**
 * Sums the decisions up; when all approved in time, sets the moment of publication.
 */
@Component
class ConcludeReview implements JavaDelegate {

    private final ReviewedVersion reviewed;
    private final Reviews reviews;
    private final ReviewMails mails;
    private final Clock clock;

    ConcludeReview(ReviewedVersion reviewed, Reviews reviews, ReviewMails mails, Clock clock) {
        this.reviewed = reviewed;
        this.reviews = reviews;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PostVersion version = reviewed.of(execution);
        Verdict verdict = reviews.conclude(version);
        execution.setVariable(PostReview.VERDICT, verdict.name());
        if (verdict == Verdict.APPROVED) {
            Instant notBefore = version.content().schedule().notBefore();
            execution.setVariable(PostReview.PUBLISH_AT, Date.from(notBefore == null ? clock.instant() : notBefore));
            mails.approved(version);
        }
    }
}
