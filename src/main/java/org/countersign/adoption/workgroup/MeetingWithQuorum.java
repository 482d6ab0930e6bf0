package org.countersign.adoption.workgroup;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Whether the workgroup met with a quorum, and not so long ago that the step would lapse for it.
 */
@Component
class MeetingWithQuorum implements StepCheck {

    private final Meetings meetings;
    private final MeetingRhythm rhythm;
    private final WorkgroupRules charter;
    private final Clock clock;

    MeetingWithQuorum(Meetings meetings, MeetingRhythm rhythm, WorkgroupRules charter, Clock clock) {
        this.meetings = meetings;
        this.rhythm = rhythm;
        this.charter = charter;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "meeting-with-quorum";
    }

    @Override
    public Result run(Program program) {
        Map<String, Object> figures = Map.of("Meetings recorded", Integer.toString(meetings.of(program.id()).size()),
                "Quorum", charter.quorum() + " of " + charter.seats().size() + " seats",
                "Last meeting with a quorum", meetings.lastQuorate(program.id()).map(LocalDate::toString).orElse("none"));
        Optional<LocalDate> last = meetings.lastQuorate(program.id());
        if (last.isEmpty()) {
            return new Result(false, "No meeting with a quorum was recorded. Hold one and record it on the page of the "
                    + "workgroup.", figures);
        }
        boolean recent = clock.instant().isBefore(rhythm.lapse(program.id(), last.get()));
        return new Result(recent, recent ? "The workgroup met with a quorum on " + last.get() + "."
                : "The last meeting with a quorum was on " + last.get() + ", too long ago. Hold one and record it.", figures);
    }
}
