package org.countersign.adoption.process;

import org.countersign.adoption.Signature;
import org.countersign.adoption.Signatures;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepDecision;
import org.countersign.adoption.StepRounds;
import org.countersign.adoption.StepWork;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The decision of the answerable person, signed under exactly this evidence. Nobody who prepared the step decides on it.
 */
@Component
class DecideStepRule implements TaskRule {

    private final StepWork work;
    private final StepRounds rounds;
    private final Signatures signatures;

    DecideStepRule(StepWork work, StepRounds rounds, Signatures signatures) {
        this.work = work;
        this.rounds = rounds;
        this.signatures = signatures;
    }

    @Override
    public boolean governs(String processKey, String taskKey) {
        return Step.of(processKey).isPresent() && StepProcess.DECIDE_STEP.equals(taskKey);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        if (rounds.of(StepProcess.program(task), StepProcess.step(task)).preparers().contains(userId)) {
            throw new TaskRefused("You prepared this step, so somebody else must decide on it.");
        }
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        UUID program = StepProcess.program(task);
        Step step = StepProcess.step(task);
        return StepProcess.orRefused(() -> {
            Signature signature = signatures.require(task.id(), userId, rounds.locked(program, step).digest());
            StepDecision decision = decision(answers, signature.meaning());
            work.decide(program, step, decision, userId);
            return Map.of(StepProcess.DECISION, decision.act().toUpperCase(Locale.ROOT));
        });
    }

    private static StepDecision decision(FormAnswers answers, String meaning) {
        String reason = answers.text("reason");
        String until = answers.text("until");
        String choice = answers.text("decision");
        return switch (choice) {
            case "accept" -> new StepDecision.Accept(meaning);
            case "return" -> new StepDecision.Return(reason);
            case "refuse" -> new StepDecision.Refuse(reason);
            case "waive" -> new StepDecision.Waive(reason, until == null ? null : LocalDate.parse(until));
            default -> throw new TaskRefused("Choose a decision: accept, return, refuse or waive.");
        };
    }
}
