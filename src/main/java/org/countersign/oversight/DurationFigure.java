package org.countersign.oversight;

import org.countersign.oversight.Facts.Took;
import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A table of how long something took, in the time in which the organization was open: median and nine out of ten.
 */
final class DurationFigure implements FigureSource {

    static final String DECIDED = "decided";
    private static final List<Column> COLUMNS = List.of(new Column(DECIDED, "Decided", true, false),
            new Column("p50", "Half within", false, true), new Column("p90", "9 of 10 within", false, true));

    /** Everything but columns and rows. */
    private final Figure frame;
    private final String view;
    private final String row;
    private final UnaryOperator<String> label;
    private final Facts facts;

    DurationFigure(Figure frame, String view, String row, UnaryOperator<String> label, Facts facts) {
        this.frame = frame;
        this.view = view;
        this.row = row;
        this.label = label;
        this.facts = facts;
    }

    @Override
    public String id() {
        return frame.id();
    }

    @Override
    public Optional<Figure> figure(FigureQuery query) {
        Map<String, List<Took>> table = new TreeMap<>();
        List<Took> all = facts.durations(view, row, query);
        all.forEach(took -> table.computeIfAbsent(took.row(), key -> new ArrayList<>()).add(took));
        List<Row> rows = new ArrayList<>();
        table.forEach((key, some) -> rows.add(row(key, label.apply(key), some)));
        rows.add(row("", "All", all));
        return Optional.of(new Figure(frame.id(), frame.section(), frame.title(), frame.meaning(), frame.heading(), COLUMNS,
                List.copyOf(rows), frame.shape()));
    }

    @Override
    public List<Counted> records(String key, String column, FigureQuery query, int limit, int offset) {
        return facts.records(view, row, key, "''", "", query, limit, offset);
    }

    /** What began before the calendar does is counted, but not measured. */
    private static Row row(String key, String name, List<Took> some) {
        Percentiles minutes = new Percentiles();
        some.stream().filter(took -> took.minutes() != null).forEach(took -> minutes.add(took.minutes(), took.number()));
        return new Row(key, name, List.of(Cell.count(some.stream().mapToLong(Took::number).sum()), hours(minutes, 50),
                hours(minutes, 90)));
    }

    private static Cell hours(Percentiles minutes, int percent) {
        return minutes.isEmpty() ? Cell.NONE : Cell.hours(minutes.at(percent) / 60.0);
    }
}
