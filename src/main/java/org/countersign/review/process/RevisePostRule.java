package org.countersign.review.process;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;
import org.countersign.review.Determinations;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * The author's task: here a post is withdrawn or a determination is asked for. A new version comes from the desk.
 */
@Component
class RevisePostRule implements TaskRule {

    private static final String DETERMINATION = "determination";
    private static final String WITHDRAW = "withdraw";

    private final Determinations determinations;

    RevisePostRule(Determinations determinations) {
        this.determinations = determinations;
    }

    @Override
    public boolean governs(String processKey, String taskKey) {
        return PostReview.PROCESS.equals(processKey) && PostReview.REVISE_POST.equals(taskKey);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        determinations.checkContributor(UUID.fromString(task.businessKey()), userId);
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        UUID postId = UUID.fromString(task.businessKey());
        String choice = answers.text("choice");
        if (DETERMINATION.equals(choice)) {
            determinations.request(postId, userId, answers.text("determinationReason"));
        } else if (WITHDRAW.equals(choice)) {
            determinations.withdraw(postId, userId);
        } else {
            throw new TaskRefused("To submit a changed version, open the post on your desk. Here you can withdraw it "
                    + "or ask for a determination.");
        }
        return Map.of(PostReview.AUTHOR_CHOICE, choice);
    }
}
