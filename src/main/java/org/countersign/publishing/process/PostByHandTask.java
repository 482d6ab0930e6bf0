package org.countersign.publishing.process;

import org.countersign.engine.task.FormAnswers;
import org.countersign.publishing.DeliveryState;
import org.countersign.publishing.HandDecisions;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * Somebody posted by hand, or says why not.
 */
@Component
class PostByHandTask extends PublicationTask {

    static final String TASK = "postByHand";

    private final HandDecisions decisions;

    PostByHandTask(HandDecisions decisions) {
        super(TASK);
        this.decisions = decisions;
    }

    @Override
    Map<String, Object> decide(UUID deliveryId, String userId, FormAnswers answers) {
        String posted = String.valueOf(answers.text("posted"));
        switch (posted) {
            case "posted" -> decisions.online(deliveryId, userId, answers.text("permalink"));
            case "notPosted" -> decisions.notPosted(deliveryId, userId, answers.text("reason"));
            default -> throw unknownChoice();
        }
        return outcome(posted.equals("posted") ? DeliveryState.POSTED_BY_HAND : DeliveryState.NOT_POSTED);
    }
}
