package org.countersign.adoption.check;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.adoption.StepPlans;
import org.countersign.people.Role;
import org.countersign.training.Coverage;
import org.countersign.training.Training;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Those who write, review and publish have the training that their roles need. */
@Component
class TrainingCovers implements StepCheck {

    private final Training training;
    private final StepPlans plans;
    private final Clock clock;

    TrainingCovers(Training training, StepPlans plans, Clock clock) {
        this.training = training;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "training-coverage";
    }

    @Override
    public Result run(Program program) {
        if (training.launchedAt(program.entity()).isEmpty()) {
            return new Result(false, "Training was not launched. It is when the policy is published.", Map.of());
        }
        List<Role> roles = Arrays.stream(Role.values()).filter(role -> role.reviews() || role == Role.AUTHOR
                || role == Role.PUBLISHER).toList();
        Coverage coverage = training.coverage(roles, clock.instant());
        boolean enough = coverage.percent() >= plans.leastTrainedPercent();
        return new Result(enough, "%d of %d people have the training of their roles, %d per cent%s".formatted(
                coverage.current(), coverage.required(), coverage.percent(), enough ? "."
                        : "; at least " + plans.leastTrainedPercent() + " are needed. Training, Coverage says who lacks what."),
                Map.of("People", Integer.toString(coverage.required()), "Trained", Integer.toString(coverage.current())));
    }
}
