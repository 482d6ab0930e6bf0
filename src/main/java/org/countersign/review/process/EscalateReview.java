package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.review.ReviewMails;
import org.springframework.stereotype.Component;

/**
 * Tells the named executive that a deadline has passed. Decides nothing: silence is never approval.
 */
@Component
class EscalateReview implements JavaDelegate {

    private final ReviewedVersion reviewed;
    private final WaitingReview waiting;
    private final ReviewMails mails;

    EscalateReview(ReviewedVersion reviewed, WaitingReview waiting, ReviewMails mails) {
        this.reviewed = reviewed;
        this.waiting = waiting;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String role = PostReview.text(execution, PostReview.ROLE);
        mails.escalate(reviewed.of(execution), role, waiting.holder(execution.getProcessInstanceId(), role));
    }
}
