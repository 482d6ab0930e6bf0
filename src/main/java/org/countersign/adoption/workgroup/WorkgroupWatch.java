package org.countersign.adoption.workgroup;

import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepStanding;
import org.countersign.adoption.StepState;
import org.countersign.adoption.StepWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Looks every day whether the workgroups still stand, and lets the step lapse where a seat stayed vacant or meetings were
 * missed. A waived step is left alone: an executive took that risk until a day of its own. Running again changes nothing.
 */
@Component
class WorkgroupWatch {

    private static final Logger log = LoggerFactory.getLogger(WorkgroupWatch.class);

    private final Programs programs;
    private final StepWork work;
    private final Roster roster;
    private final Meetings meetings;
    private final MeetingRhythm rhythm;
    private final WorkgroupRules charter;
    private final TransactionTemplate transaction;
    private final ZoneId zone;
    private final Clock clock;

    WorkgroupWatch(Programs programs, StepWork work, Roster roster, Meetings meetings, MeetingRhythm rhythm,
                   WorkgroupRules charter, PlatformTransactionManager transactions, ZoneId zone, Clock clock) {
        this.programs = programs;
        this.work = work;
        this.roster = roster;
        this.meetings = meetings;
        this.rhythm = rhythm;
        this.charter = charter;
        this.transaction = new TransactionTemplate(transactions);
        this.zone = zone;
        this.clock = clock;
    }

    /** When and why the step ends before its time. */
    private record Lapse(Instant from, String reason) {
    }

    @Scheduled(cron = "0 15 4 * * *", zone = "UTC")
    void look() {
        for (Program program : programs.all()) {
            try {
                look(program);
            } catch (RuntimeException e) {
                log.error("The workgroup of program {} could not be looked at; the other programs were, and it is tried "
                        + "again tomorrow", program.id(), e);
            }
        }
    }

    /** All of one program or nothing. */
    void look(Program program) {
        transaction.executeWithoutResult(status -> compare(program));
    }

    private void compare(Program program) {
        roster.compare(program.id());
        StepStanding step = programs.step(program.id(), Step.WORKGROUP);
        StepState state = step.state(clock.instant());
        if (state == StepState.ACCEPTED || state == StepState.DUE) {
            Stream.concat(vacancies(program), Stream.of(missed(program, step)))
                    .filter(lapse -> !lapse.from().isAfter(clock.instant()))
                    .min(Comparator.comparing(Lapse::from))
                    .ifPresent(lapse -> work.lapse(program.id(), Step.WORKGROUP, lapse.from(), lapse.reason()));
        }
    }

    private Stream<Lapse> vacancies(Program program) {
        Duration patience = Duration.ofDays(charter.vacantDays());
        return roster.seats(program.id()).stream().filter(seat -> seat.vacantSince() != null)
                .map(seat -> new Lapse(seat.vacantSince().plus(patience), "The mandatory seat " + seat.role().label()
                        + " has been vacant for more than " + charter.vacantDays() + " days."));
    }

    /** A renewed step gets the time of its rhythm anew. */
    private Lapse missed(Program program, StepStanding step) {
        LocalDate accepted = LocalDate.ofInstant(step.decidedAt(), zone);
        LocalDate last = meetings.lastQuorate(program.id()).filter(day -> day.isAfter(accepted)).orElse(accepted);
        return new Lapse(rhythm.lapse(program.id(), last), charter.missedMeetings()
                + " meetings with a quorum in a row were missed since " + last + ".");
    }
}
