package org.countersign.oversight;

import org.countersign.businesstime.OpenTime;
import org.countersign.oversight.Facts.Stretch;
import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;

import java.time.Duration;
import java.time.Instant;
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
    private final OpenTime openTime;

    DurationFigure(Figure frame, String view, String row, UnaryOperator<String> label, Facts facts, OpenTime openTime) {
        this.frame = frame;
        this.view = view;
        this.row = row;
        this.label = label;
        this.facts = facts;
        this.openTime = openTime;
    }

    @Override
    public String id() {
        return frame.id();
    }

    @Override
    public Optional<Figure> figure(FigureQuery query) {
        Map<String, List<Stretch>> table = new TreeMap<>();
        List<Stretch> all = facts.stretches(view, row, query);
        all.forEach(stretch -> table.computeIfAbsent(stretch.row(), key -> new ArrayList<>()).add(stretch));
        List<Row> rows = new ArrayList<>();
        table.forEach((key, stretches) -> rows.add(row(key, label.apply(key), stretches)));
        rows.add(row("", "All", all));
        return Optional.of(new Figure(frame.id(), frame.section(), frame.title(), frame.meaning(), frame.heading(), COLUMNS,
                List.copyOf(rows), frame.shape()));
    }

    @Override
    public List<Counted> records(String key, String column, FigureQuery query, int limit, int offset) {
        return facts.records(view, row, key, "''", "", query, limit, offset);
    }

    /** What began before the calendar does is counted, but not measured. */
    private Row row(String key, String name, List<Stretch> stretches) {
        Percentiles open = new Percentiles(stretches.stream()
                .map(stretch -> openTime.between(Instant.ofEpochSecond(stretch.began()), Instant.ofEpochSecond(stretch.ended())))
                .flatMap(Optional::stream).mapToLong(Duration::toSeconds).toArray());
        return new Row(key, name, List.of(Cell.count(stretches.size()), hours(open, 50), hours(open, 90)));
    }

    private static Cell hours(Percentiles open, int percent) {
        return open.count() == 0 ? Cell.NONE : Cell.hours(open.at(percent) / 3600.0);
    }
}
