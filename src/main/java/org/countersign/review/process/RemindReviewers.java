package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.escalation.Ladder;
import org.countersign.escalation.Moment;
import org.springframework.stereotype.Component;

/**
 * Reminds whoever holds the review, or everybody who could take it, by the ladder of all tasks: nobody hears of it twice.
 */
@Component
class RemindReviewers implements JavaDelegate {

    /** At four fifths of the time the deadline is near. */
    private static final int NEARLY_PERCENT = 80;

    private final WaitingReview waiting;
    private final Ladder ladder;

    RemindReviewers(WaitingReview waiting, Ladder ladder) {
        this.waiting = waiting;
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int percent = Integer.parseInt(PostReview.text(execution, PostReview.PERCENT));
        waiting.of(execution).ifPresent(task ->
                ladder.climb(Ladder.keyOfTask(task), percent < NEARLY_PERCENT ? Moment.HALFWAY : Moment.NEARLY));
    }
}
