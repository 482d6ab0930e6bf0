package org.countersign.oversight;

import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;
import org.countersign.oversight.Figure.Section;
import org.countersign.oversight.Figure.Shape;
import org.countersign.people.Role;
import org.countersign.training.Coverage;
import org.countersign.training.Training;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many people have the training of their roles, today: attestations are not counted back in time. */
@Component
class TrainingFigure implements FigureSource {

    private final Training training;
    private final Clock clock;

    TrainingFigure(Training training, Clock clock) {
        this.training = training;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "training-coverage";
    }

    @Override
    public Optional<Figure> figure(FigureQuery query) {
        Coverage all = training.coverage(List.of(), clock.instant());
        if (all.required() == 0 || training.everLaunched().isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            Coverage coverage = training.coverage(List.of(role), clock.instant());
            if (coverage.required() > 0) {
                rows.add(row(role.id(), role.label(), coverage));
            }
        }
        rows.add(row("", "Everybody", all));
        return Optional.of(new Figure(id(), Section.TRAINING, "Training up to date",
                "People who hold a role and have every training that it needs, as of now.", "Role",
                List.of(new Column("people", "People", false, false), new Column("current", "Trained", false, false),
                        new Column("share", "Share", false, true)), rows, Shape.BARS));
    }

    private static Row row(String key, String label, Coverage coverage) {
        return new Row(key, label, List.of(Cell.count(coverage.required()), Cell.count(coverage.current()),
                Cell.share(coverage.current(), coverage.required())));
    }
}
