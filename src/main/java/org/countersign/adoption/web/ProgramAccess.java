package org.countersign.adoption.web;

import org.countersign.adoption.Step;
import org.countersign.adoption.StepPlan;
import org.countersign.adoption.StepPlans;
import org.countersign.adoption.workgroup.Roster;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import java.util.Set;
import java.util.UUID;

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
    private final Roster roster;

    ProgramAccess(Directory people, StepPlans plans, Roster roster) {
        this.people = people;
        this.plans = plans;
        this.roster = roster;
    }

    /** @throws ResponseStatusException 403 when it is not allowed */
    static void require(boolean allowed) {
        if (!allowed) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
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

    /** Whether the person may see the workgroup: its members, its chair, and the executives who decide on it. */
    boolean seesWorkgroup(UUID programId, String userId) {
        return raises(programId, userId) || holds(userId, Set.of(Role.EXECUTIVE));
    }

    /** Whether the person may bring an issue before the workgroup. */
    boolean raises(UUID programId, String userId) {
        return chairs(userId) || roster.belongs(programId, userId);
    }

    /** Whether the person keeps the seats and the minutes. */
    boolean chairs(String userId) {
        return people.find(userId).filter(person -> person.has(Role.CHAIR)).isPresent();
    }

    private boolean holds(String userId, Set<Role> roles) {
        return people.find(userId).filter(person -> administers(person) || roles.stream().anyMatch(person::has)).isPresent();
    }

    private static boolean administers(Person person) {
        return person.roles().stream().map(Authorities::ofGroup).anyMatch(Authorities.ADMINISTRATOR::equals);
    }
}
