package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.review.ReviewMails;
import org.countersign.review.Reviews;
import org.countersign.review.Verdict;
import org.springframework.stereotype.Component;

/**
 * Gives the post back with the reason, and tells the author.
 */
@Component
class ReturnToAuthor implements JavaDelegate {

    private static final String LATE = "LATE";

    private final ReviewedVersion reviewed;
    private final Reviews reviews;
    private final ReviewMails mails;

    ReturnToAuthor(ReviewedVersion reviewed, Reviews reviews, ReviewMails mails) {
        this.reviewed = reviewed;
        this.reviews = reviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PostVersion version = reviewed.of(execution);
        PostState state = switch (Verdict.valueOf(PostReview.text(execution, PostReview.VERDICT))) {
            case BLOCKED -> PostState.BLOCKED;
            case CHANGES, REJECTED -> PostState.RETURNED;
            case LATE -> PostState.NEEDS_NEW_TIME;
            case APPROVED -> LATE.equals(PostReview.text(execution, PostReview.PUBLICATION_OUTCOME))
                    ? PostState.NEEDS_NEW_TIME : PostState.NOT_PUBLISHED;
        };
        reviews.leave(version, state);
        mails.returned(version, state);
    }
}
