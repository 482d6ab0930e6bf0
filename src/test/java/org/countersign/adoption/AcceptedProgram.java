package org.countersign.adoption;

import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;
import org.springframework.context.ApplicationContext;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A program whose steps were all accepted, for tests that are about what comes after. */
public final class AcceptedProgram {

    private final UUID id;
    private final ProgramTable table;
    private final StepWork work;

    private AcceptedProgram(UUID id, ApplicationContext application) {
        this.id = id;
        this.table = application.getBean(ProgramTable.class);
        this.work = application.getBean(StepWork.class);
    }

    public static AcceptedProgram of(String entity, ApplicationContext application) {
        AcceptedProgram program = new AcceptedProgram(application.getBean(Programs.class).start(entity, "mara").id(), application);
        for (Step step : Step.values()) {
            program.accepted(step);
        }
        return program;
    }

    /** From now for a year. */
    public void accepted(Step step) {
        Instant now = Instant.now();
        table.write(new StepStanding(id, step, 1, Work.NONE, null, "mara", Decision.ACCEPTED, now, "evelyn",
                now.plus(Duration.ofDays(365)), null, null));
    }

    public void lapsed(Step step, Duration ago) {
        work.lapse(id, step, Instant.now().minus(ago), "Not renewed.");
    }
}
