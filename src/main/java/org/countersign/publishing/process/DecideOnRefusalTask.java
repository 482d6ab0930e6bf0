package org.countersign.publishing.process;

import org.countersign.engine.task.FormAnswers;
import org.countersign.publishing.DeliveryState;
import org.countersign.publishing.HandDecisions;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The post was turned away: try again or do not publish.
 */
@Component
class DecideOnRefusalTask extends PublicationTask {

    static final String TASK = "decideOnRefusal";

    private final HandDecisions decisions;

    DecideOnRefusalTask(HandDecisions decisions) {
        super(TASK);
        this.decisions = decisions;
    }

    @Override
    Map<String, Object> decide(UUID deliveryId, String userId, FormAnswers answers) {
        String decision = String.valueOf(answers.text("decision"));
        switch (decision) {
            case "tryAgain" -> decisions.again(deliveryId, userId);
            case "doNotPublish" -> decisions.notPosted(deliveryId, userId, answers.text("reason"));
            default -> throw unknownChoice();
        }
        boolean again = decision.equals("tryAgain");
        Map<String, Object> variables = new HashMap<>(outcome(again ? DeliveryState.READY : DeliveryState.NOT_POSTED));
        variables.put(PublicationVariables.TRY_AGAIN, again);
        return variables;
    }
}
