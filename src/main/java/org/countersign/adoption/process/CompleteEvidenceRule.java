package org.countersign.adoption.process;

import org.countersign.adoption.Step;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRule;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * The owner says how it goes on when something is missing, or when the step came back.
 */
@Component
class CompleteEvidenceRule implements TaskRule {

    @Override
    public boolean governs(String processKey, String taskKey) {
        return Step.of(processKey).isPresent() && StepProcess.COMPLETE_EVIDENCE.equals(taskKey);
    }

    /** Whoever is of the owner's role may: nothing is decided here. */
    @Override
    public void checkHolder(TaskInHand task, String userId) {
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        String choice = answers.text("choice");
        return Map.of(StepProcess.WAIVER_WANTED, "waiver".equals(choice),
                StepProcess.PREPARE_ANEW, "prepare".equals(choice));
    }
}
