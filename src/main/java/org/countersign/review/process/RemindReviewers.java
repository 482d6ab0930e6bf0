package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.review.ReviewMails;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever holds the review, or everybody who could take it.
 */
@Component
class RemindReviewers implements JavaDelegate {

    private final ReviewedVersion reviewed;
    private final WaitingReview waiting;
    private final ReviewMails mails;

    RemindReviewers(ReviewedVersion reviewed, WaitingReview waiting, ReviewMails mails) {
        this.reviewed = reviewed;
        this.waiting = waiting;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String role = PostReview.text(execution, PostReview.ROLE);
        mails.remind(reviewed.of(execution), role, waiting.holder(execution.getProcessInstanceId(), role),
                Integer.parseInt(PostReview.text(execution, PostReview.PERCENT)));
    }
}
