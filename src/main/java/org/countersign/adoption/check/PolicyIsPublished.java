package org.countersign.adoption.check;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.training.Policies;
import org.springframework.stereotype.Component;

import java.util.Map;

/** A policy of the entity was signed by everybody and is in force. */
@Component
class PolicyIsPublished implements StepCheck {

    private final Policies policies;

    PolicyIsPublished(Policies policies) {
        this.policies = policies;
    }

    @Override
    public String name() {
        return "policy-published";
    }

    @Override
    public Result run(Program program) {
        return policies.current(program.entity()).map(policy -> new Result(true,
                "Version " + policy.number() + " of the policy is in force.",
                Map.of("Version", Integer.toString(policy.number()), "Digest", policy.digest())))
                .orElseGet(() -> new Result(false, "No policy is in force. Compliance writes one under Policy, and it is "
                        + "signed there.", Map.of()));
    }
}
