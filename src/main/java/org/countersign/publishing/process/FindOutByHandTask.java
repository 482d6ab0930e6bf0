package org.countersign.publishing.process;

import org.countersign.engine.task.FormAnswers;
import org.countersign.publishing.DeliveryState;
import org.countersign.publishing.HandDecisions;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * Nobody knows whether the post is online: a publisher has looked.
 */
@Component
class FindOutByHandTask extends PublicationTask {

    static final String TASK = "findOutByHand";

    private final HandDecisions decisions;

    FindOutByHandTask(HandDecisions decisions) {
        super(TASK);
        this.decisions = decisions;
    }

    @Override
    Map<String, Object> decide(UUID deliveryId, String userId, FormAnswers answers) {
        switch (String.valueOf(answers.text("finding"))) {
            case "online" -> {
                decisions.online(deliveryId, userId, answers.text("permalink"));
                return outcome(DeliveryState.POSTED_BY_HAND);
            }
            case "sendAgain" -> {
                decisions.again(deliveryId, userId);
                return outcome(DeliveryState.READY);
            }
            case "doNotSend" -> {
                decisions.notPosted(deliveryId, userId, answers.text("reason"));
                return outcome(DeliveryState.NOT_POSTED);
            }
            default -> throw unknownChoice();
        }
    }
}
