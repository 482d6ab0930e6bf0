package org.countersign.oversight;

import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.StepStanding;
import org.countersign.adoption.StepState;
import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;
import org.countersign.oversight.Figure.Section;
import org.countersign.oversight.Figure.Shape;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the eight steps of an entity stand, today. Of several entities the one with the most to do is shown. */
@Component
class ProgramFigure implements FigureSource {

    private static final Set<StepState> IN_FORCE = EnumSet.of(StepState.ACCEPTED, StepState.DUE, StepState.WAIVED);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private final Programs programs;
    private final ZoneId zone;
    private final Clock clock;

    ProgramFigure(Programs programs, ZoneId zone, Clock clock) {
        this.programs = programs;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "program-steps";
    }

    @Override
    public Optional<Figure> figure(FigureQuery query) {
        Instant now = clock.instant();
        return programs.all().stream().map(Program::id).map(programs::steps)
                .min((one, other) -> Long.compare(inForce(one, now), inForce(other, now)))
                .map(steps -> figure(steps, now));
    }

    private Figure figure(List<StepStanding> steps, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (StepStanding step : steps) {
            rows.add(new Row(step.step().key(), step.step().number() + " " + step.step().label(), List.of(
                    Cell.words(step.state(now).label()),
                    step.validUntil() == null ? Cell.NONE : Cell.words(DAY.format(step.validUntil().atZone(zone))),
                    Cell.count(inForce(List.of(step), now)))));
        }
        rows.add(new Row("", "All steps", List.of(Cell.NONE, Cell.NONE, Cell.count(inForce(steps, now)))));
        return new Figure(id(), Section.PROGRAM, "Steps of the program",
                "The steps of the adoption program and until when each was accepted, as of now.", "Step",
                List.of(new Column("state", "State", false, false), new Column("until", "Until", false, false),
                        new Column("in-force", "In force", false, false)), rows, Shape.NONE);
    }

    private static long inForce(List<StepStanding> steps, Instant now) {
        return steps.stream().filter(step -> IN_FORCE.contains(step.state(now))).count();
    }
}
