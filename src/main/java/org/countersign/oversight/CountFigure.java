package org.countersign.oversight;

import org.countersign.oversight.Facts.Count;
import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A table that counts the records of a view by one of its columns, and by a second one across.
 */
final class CountFigure implements FigureSource {

    /**
     * What is counted.
     *
     * @param view    a view of {@code V12__figures.sql}
     * @param row     its column, or an expression, that the rows come from
     * @param slice   its column that the columns come from; null for one column that counts everything
     * @param slices  the columns, by value of {@code slice}: their labels, in order
     * @param share   what the last column shows the share of; null for none
     * @param label   name of a row
     * @param order   the rows in order; those that it does not name come last, the most frequent first
     * @param sum     how the sum of all rows counts
     */
    record Plan(String view, String row, String slice, Map<String, String> slices, Share share,
                UnaryOperator<String> label, List<String> order, Sum sum) {
    }

    /** The share of some slices in all. */
    record Share(Set<String> slices, String label) {
    }

    /** How the records of all rows are counted together. */
    enum Sum { NONE, RECORDS, VERSIONS }

    static final String ALL = "all";
    static final String SHARE = "share";

    /** Everything but the rows. */
    private final Figure frame;
    private final Plan plan;
    private final Facts facts;

    CountFigure(Figure frame, Plan plan, Facts facts) {
        this.frame = frame;
        this.plan = plan;
        this.facts = facts;
    }

    @Override
    public String id() {
        return frame.id();
    }

    @Override
    public Optional<Figure> figure(FigureQuery query) {
        Map<String, Map<String, Long>> table = new LinkedHashMap<>();
        for (Count count : facts.counts(plan.view(), plan.row(), slice(), query)) {
            table.computeIfAbsent(count.row() == null ? "?" : count.row(), row -> new LinkedHashMap<>())
                    .put(count.slice(), count.number());
        }
        List<Row> rows = new ArrayList<>(table.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, ?> row) -> place(row.getKey()))
                        .thenComparing(row -> -total(table.get(row.getKey()))).thenComparing(Map.Entry::getKey))
                .map(row -> row(row.getKey(), plan.label().apply(row.getKey()), row.getValue())).toList());
        sum(table, query).ifPresent(all -> rows.add(row("", "All", all)));
        return Optional.of(new Figure(frame.id(), frame.section(), frame.title(), frame.meaning(), frame.heading(), columns(),
                List.copyOf(rows), frame.shape()));
    }

    @Override
    public List<Counted> records(String row, String column, FigureQuery query, int limit, int offset) {
        return facts.records(plan.view(), plan.row(), row, slice(), column.equals(ALL) ? "" : column, query, limit, offset);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        plan.slices().forEach((key, label) -> columns.add(new Column(key, label, true, true)));
        if (plan.share() != null) {
            columns.add(new Column(SHARE, plan.share().label(), false, false));
        }
        return List.copyOf(columns);
    }

    private Row row(String key, String label, Map<String, Long> counts) {
        List<Cell> cells = new ArrayList<>(plan.slices().keySet().stream()
                .map(slice -> Cell.count(counts.getOrDefault(slice, 0L))).toList());
        if (plan.share() != null) {
            long part = plan.share().slices().stream().mapToLong(slice -> counts.getOrDefault(slice, 0L)).sum();
            cells.add(Cell.share(part, total(counts)));
        }
        return new Row(key, label, List.copyOf(cells));
    }

    private Optional<Map<String, Long>> sum(Map<String, Map<String, Long>> table, FigureQuery query) {
        Map<String, Long> sum = new LinkedHashMap<>();
        switch (plan.sum()) {
            case NONE -> {
                return Optional.empty();
            }
            case RECORDS -> table.values().forEach(row -> row.forEach((slice, number) -> sum.merge(slice, number, Long::sum)));
            case VERSIONS -> facts.versions(plan.view(), slice(), query)
                    .forEach(count -> sum.put(count.slice(), count.number()));
        }
        return Optional.of(sum);
    }

    private String slice() {
        return plan.slice() == null ? "'" + ALL + "'" : plan.slice();
    }

    private int place(String row) {
        int place = plan.order().indexOf(row);
        return place < 0 ? plan.order().size() : place;
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
