package org.countersign.adoption.workgroup;

import org.countersign.adoption.StepRefused;
import org.countersign.adoption.workgroup.Seat.Sitter;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Who can take a seat, and which seats can be declined.
 */
@Component
class SeatRules {

    private static final int LONGEST_QUALIFICATION = 500;

    private final WorkgroupRules charter;
    private final Directory people;
    private final ZoneId zone;
    private final Clock clock;

    SeatRules(WorkgroupRules charter, Directory people, ZoneId zone, Clock clock) {
        this.charter = charter;
        this.people = people;
        this.zone = zone;
        this.clock = clock;
    }

    void checkSeat(Role role) {
        if (!charter.seats().contains(role)) {
            throw new StepRefused("The charter has no seat for " + role.label() + ".");
        }
    }

    void checkSeated(Role role, Sitter member, Sitter delegate) {
        checkSeat(role);
        if (member == null) {
            throw new StepRefused("Choose who takes the seat.");
        }
        check(role, member, "member");
        if (delegate != null) {
            check(role, delegate, "delegate");
            if (delegate.userId().equals(member.userId())) {
                throw new StepRefused("The delegate must be somebody else than the member.");
            }
        }
    }

    void checkDeclined(Role role, String answeredBy) {
        checkSeat(role);
        if (charter.indispensable(role)) {
            throw new StepRefused(role.label() + " holds a veto and cannot decline its seat.");
        }
        if (answeredBy == null || people.find(answeredBy).isEmpty()) {
            throw new StepRefused("Choose who answers the questions of " + role.label() + " instead.");
        }
    }

    private void check(Role role, Sitter sitter, String as) {
        if (people.find(sitter.userId()).filter(person -> person.has(role)).isEmpty()) {
            throw new StepRefused("The " + as + " must hold the role " + role.label() + ". An administrator gives it.");
        }
        if (sitter.declaredOn() == null) {
            throw new StepRefused("Enter the day on which the " + as + " declared conflicts of interest.");
        }
        if (sitter.declaredOn().isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw new StepRefused("The " + as + "'s declaration of conflicts cannot lie in the future.");
        }
        if (sitter.qualification().length() > LONGEST_QUALIFICATION) {
            throw new StepRefused("Describe the qualification in at most " + LONGEST_QUALIFICATION + " characters.");
        }
        charter.qualification(role).filter(asked -> sitter.qualification().isBlank()).ifPresent(asked -> {
            throw new StepRefused(asked + " of the " + as + " must be named.");
        });
    }
}
