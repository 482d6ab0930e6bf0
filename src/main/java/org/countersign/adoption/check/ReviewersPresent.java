package org.countersign.adoption.check;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.adoption.StepPlans;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every role without which nothing can be reviewed has somebody who stands in. */
@Component
class ReviewersPresent implements StepCheck {

    private final StepPlans plans;
    private final Directory people;

    ReviewersPresent(StepPlans plans, Directory people) {
        this.plans = plans;
        this.people = people;
    }

    @Override
    public String name() {
        return "reviewers-present";
    }

    @Override
    public Result run(Program program) {
        int least = plans.leastReviewers();
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Role role : plans.reviewerRoles()) {
            figures.put(role.label(), people.members(role).stream().map(Person::id).toList());
        }
        List<Role> thin = plans.reviewerRoles().stream().filter(role -> people.members(role).size() < least).toList();
        return thin.isEmpty() ? new Result(true, "Every role is held by at least " + least + " people.", figures)
                : new Result(false, "Fewer than " + least + " people hold " + thin.stream().map(Role::label)
                        .collect(Collectors.joining(", ")) + ". An administrator adds them under Users.", figures);
    }
}
