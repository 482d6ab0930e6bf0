package org.countersign.review.process;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRule;
import org.countersign.review.Deciding;
import org.countersign.review.Decision;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * A review: the decision is kept by the module; the diagram learns only what was decided.
 */
@Component
class ReviewPostRule implements TaskRule {

    private final Deciding deciding;

    ReviewPostRule(Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public boolean governs(String processKey, String taskKey) {
        return PostReview.PROCESS.equals(processKey) && PostReview.REVIEW_POST.equals(taskKey);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        deciding.checkReviewer(UUID.fromString(task.businessKey()),
                Integer.parseInt(task.text(PostReview.VERSION_NUMBER)), task.text(PostReview.ROLE), userId);
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        Decision decision = deciding.decide(task, task.text(PostReview.ROLE), userId, answers);
        return decision.approves() ? Map.of(PostReview.DECISION, decision.kind().name())
                : Map.of(PostReview.DECISION, decision.kind().name(), PostReview.ROUND_CLOSED, true);
    }
}
