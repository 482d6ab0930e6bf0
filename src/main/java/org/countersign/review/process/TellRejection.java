package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.review.ReviewMails;
import org.countersign.review.Reviews;
import org.springframework.stereotype.Component;

/**
 * Ends a rejected post and tells the author.
 */
@Component
class TellRejection implements JavaDelegate {

    private final ReviewedVersion reviewed;
    private final Reviews reviews;
    private final ReviewMails mails;

    TellRejection(ReviewedVersion reviewed, Reviews reviews, ReviewMails mails) {
        this.reviewed = reviewed;
        this.reviews = reviews;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PostVersion version = reviewed.of(execution);
        reviews.leave(version, PostState.REJECTED);
        mails.returned(version, PostState.REJECTED);
    }
}
