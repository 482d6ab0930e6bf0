package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.businesstime.BusinessClock;
import org.countersign.businesstime.Deadline;
import org.countersign.post.PostVersion;
import org.countersign.review.BlockingFindings;
import org.countersign.review.ReviewMails;
import org.countersign.review.Reviews;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Date;
import java.util.Map;

/**
 * Turns the deadline of the table into moments of business time, and asks the role.
 */
@Component
class PlanReview implements JavaDelegate {

    private final ReviewedVersion reviewed;
    private final Reviews reviews;
    private final BlockingFindings blocking;
    private final BusinessClock businessClock;
    private final ReviewMails mails;
    private final Clock clock;

    PlanReview(ReviewedVersion reviewed, Reviews reviews, BlockingFindings blocking, BusinessClock businessClock,
               ReviewMails mails, Clock clock) {
        this.reviewed = reviewed;
        this.reviews = reviews;
        this.blocking = blocking;
        this.businessClock = businessClock;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PostVersion version = reviewed.of(execution);
        String role = PostReview.text(execution, PostReview.ROLE);
        Map<String, Object> row = PostReview.map(execution, PostReview.DEADLINE);
        Deadline deadline = businessClock.deadline(clock.instant(), ((Number) row.get("amount")).intValue(),
                BusinessClock.Unit.valueOf((String) row.get("unit")));
        var review = reviews.ask(version, role, deadline, ((Number) row.get("approvalValidHours")).intValue(),
                (String) row.get("escalateTo"));
        execution.setVariableLocal(PostReview.HALFWAY_AT, Date.from(deadline.halfway()));
        execution.setVariableLocal(PostReview.NEARLY_AT, Date.from(deadline.nearly()));
        execution.setVariableLocal(PostReview.DUE_AT, Date.from(deadline.due()));
        execution.setVariableLocal(PostReview.ESCALATE_TO, review.escalateTo());
        execution.setVariableLocal(PostReview.BLOCKING_FOR_ROLE,
                !blocking.forRole(version.postId(), version.number(), role).isEmpty());
        mails.asked(version, review);
    }
}
