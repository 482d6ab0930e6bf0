package org.countersign.adoption.web;

import org.countersign.adoption.Step;
import org.countersign.adoption.StepPlan;
import org.countersign.adoption.StepPlans;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * Who may do what on the pages of the program. The board is for all staff; what was attached is not. Roles are asked for
 * anew, so that whoever leaves one reads nothing more.
 */
@Component
class ProgramAccess {

    private static final Set<Role> STARTS = Set.of(Role.EXECUTIVE, Role.MARKETING);
    private static final Set<Role> READS = Set.of(Role.EXECUTIVE, Role.CHAIR, Role.COMPLIANCE, Role.LEGAL, Role.PRIVACY,
            Role.COUNSEL, Role.MARKETING, Role.COMMITTEE);

    private final Directory people;
    private final StepPlans plans;

    ProgramAccess(Directory people, StepPlans plans) {
        this.people = people;
        this.plans = plans;
    }

    /** Whether the person may add an entity and begin a program. */
    boolean starts(String userId) {
        return holds(userId, STARTS);
    }

    /** Whether the person may read what was attached to a step. */
    boolean reads(String userId, Step step) {
        StepPlan plan = plans.of(step);
        return holds(userId, READS) || holds(userId, Set.of(plan.owner(), plan.answers()));
    }

    private boolean holds(String userId, Set<Role> roles) {
        return people.find(userId).filter(person -> administers(person) || roles.stream().anyMatch(person::has)).isPresent();
    }

    private static boolean administers(Person person) {
        return person.roles().stream().map(Authorities::ofGroup).anyMatch(Authorities.ADMINISTRATOR::equals);
    }
}
