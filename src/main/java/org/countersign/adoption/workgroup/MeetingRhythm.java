package org.countersign.adoption.workgroup;

import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepStanding.Decision;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.UUID;

/**
 * By when a workgroup must have met again. Meetings without a quorum do not count: nothing can be decided in them.
 */
@Component
class MeetingRhythm {

    private final Programs programs;
    private final WorkgroupRules charter;
    private final ZoneId zone;

    MeetingRhythm(Programs programs, WorkgroupRules charter, ZoneId zone) {
        this.programs = programs;
        this.charter = charter;
        this.zone = zone;
    }

    /** The last day for the next meeting after one. */
    LocalDate next(UUID programId, LocalDate last) {
        return last.plus(rhythm(programId));
    }

    /** The moment from which so many meetings in a row were missed that the step lapses. */
    Instant lapse(UUID programId, LocalDate last) {
        LocalDate missed = last.plus(rhythm(programId).multipliedBy(charter.missedMeetings()));
        return missed.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private Period rhythm(UUID programId) {
        return charter.rhythm(programs.step(programId, Step.EXECUTIVE_FEEDBACK).decision() == Decision.ACCEPTED);
    }
}
