package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.countersign.escalation.Ladder;
import org.countersign.escalation.Moment;
import org.springframework.stereotype.Component;

/**
 * Tells the named executive that a deadline has passed; the ladder goes on from there until somebody decides. Decides
 * nothing: silence is never approval.
 */
@Component
class EscalateReview implements JavaDelegate {

    private final WaitingReview waiting;
    private final Ladder ladder;

    EscalateReview(WaitingReview waiting, Ladder ladder) {
        this.waiting = waiting;
        this.ladder = ladder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        waiting.of(execution).ifPresent(task -> ladder.climb(Ladder.keyOfTask(task), Moment.DUE));
    }
}
