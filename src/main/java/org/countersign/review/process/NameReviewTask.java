package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countersign.people.Role;
import org.countersign.post.PostKind;
import org.springframework.stereotype.Component;

/**
 * Tells in the task list what a task is about without opening it: who reviews, which kind, which class. Never more.
 */
@Component
class NameReviewTask implements TaskListener {

    private static final int PRIORITY_PER_CLASS = 20;

    @Override
    public void notify(DelegateTask task) {
        String role = PostReview.text(task, PostReview.ROLE);
        int riskClass = PostReview.number(task, PostReview.RISK_CLASS);
        String kind = PostKind.valueOf(PostReview.text(task, PostReview.POST_KIND)).label();
        task.setName("%s review: %s (R%d)".formatted(Role.of(role).map(Role::label).orElse(role), kind, riskClass));
        task.setPriority(riskClass * PRIORITY_PER_CLASS);
    }
}
