package org.countersign.adoption.process;

import org.countersign.adoption.Signatures;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepPlan;
import org.countersign.adoption.StepPlans;
import org.countersign.adoption.StepRound;
import org.countersign.adoption.StepRounds;
import org.countersign.adoption.StepWork;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.engine.task.TaskRule;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Every task that prepares a step: what was filled in becomes evidence of the kind that the form is named after. The diagram
 * learns nothing of it.
 */
@Component
class PrepareEvidenceRule implements TaskRule {

    private static final Set<String> OTHERS = Set.of(StepProcess.DECIDE_STEP, StepProcess.COMPLETE_EVIDENCE);

    private final StepWork work;
    private final StepRounds rounds;
    private final StepPlans plans;
    private final Signatures signatures;

    PrepareEvidenceRule(StepWork work, StepRounds rounds, StepPlans plans, Signatures signatures) {
        this.work = work;
        this.rounds = rounds;
        this.plans = plans;
        this.signatures = signatures;
    }

    @Override
    public boolean governs(String processKey, String taskKey) {
        return Step.of(processKey).isPresent() && !OTHERS.contains(taskKey);
    }

    @Override
    public void checkHolder(TaskInHand task, String userId) {
        Step step = StepProcess.step(task);
        boolean signed = plans.of(step).evidence().stream()
                .anyMatch(known -> known.signed() && StepProcess.task(known.kind()).equals(task.taskKey()));
        if (signed && rounds.of(StepProcess.program(task), step).preparers().contains(userId)) {
            throw new TaskRefused("You prepared this step, so somebody else must sign for it.");
        }
    }

    @Override
    public Map<String, Object> complete(TaskInHand task, String userId, FormAnswers answers) {
        UUID program = StepProcess.program(task);
        StepPlan plan = plans.of(StepProcess.step(task));
        return StepProcess.orRefused(() -> {
            StepRound round = rounds.locked(program, plan.step());
            Map<String, Object> content = content(answers);
            if (plan.signed(answers.formId())) {
                content.put("Meaning of the signature", signatures.require(task.id(), userId, round.digest()).meaning());
            }
            work.attach(program, plan.step(), answers.formId(), plan.title(answers.formId()), content, userId);
            return Map.of();
        });
    }

    /** Labels and values in the order of the form, as text and lists of text: that is what is digested and read later. */
    private static Map<String, Object> content(FormAnswers answers) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (FormAnswers.Field field : answers.fields()) {
            Object value = answers.values().get(field.key());
            if (value != null) {
                content.put(field.label(), words(value));
            }
        }
        return content;
    }

    private static Object words(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(PrepareEvidenceRule::words).toList();
        }
        if (value instanceof Boolean ticked) {
            return ticked ? "yes" : "no";
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : value.toString().strip();
    }
}
