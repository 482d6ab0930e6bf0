package org.countersign.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table of the scorecard, as page, file, chart and report show it.
 *
 * @param id      stable word of addresses: {@code time-to-decision}
 * @param meaning what exactly is counted, in one or two sentences
 * @param heading what the rows are: {@code Role}
 * @param shape   how the drawn columns are shown as a picture
 */
public record Figure(String id, Section section, String title, String meaning, String heading, List<Column> columns,
                     List<Row> rows, Shape shape) {

    /** Where a figure stands, in the order of the page. */
    public enum Section {
        REVIEW("Review"),
        RISK("Findings and near misses"),
        INCIDENTS("Incidents"),
        POSTS("Posts"),
        TRAINING("Training"),
        PROGRAM("Adoption program");

        private final String label;

        Section(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum Shape { NONE, BARS, STACKED, COLUMNS }

    /**
     * @param listed whether the records that its numbers count can be listed
     * @param drawn  whether it is part of the picture
     */
    public record Column(String key, String label, boolean listed, boolean drawn) {
    }

    /**
     * @param key   names the row in addresses; empty for the sum of all rows
     * @param cells one for each column
     */
    public record Row(String key, String label, List<Cell> cells) {

        public boolean sum() {
            return key.isEmpty();
        }
    }

    /**
     * @param value the number; null when there is none
     * @param text  what is shown
     */
    public record Cell(Double value, String text) {

        /** There is nothing to compute it from. */
        public static final Cell NONE = new Cell(null, "–");

        public static Cell count(long number) {
            return new Cell((double) number, String.format(Locale.US, "%,d", number));
        }

        /** @return {@link #NONE} when there is nothing to take a share of */
        public static Cell share(long part, long whole) {
            return whole == 0 ? NONE : percent(100.0 * part / whole);
        }

        public static Cell percent(double percent) {
            return new Cell(percent, String.format(Locale.US, "%.1f %%", percent));
        }

        public static Cell hours(double hours) {
            return new Cell(hours, String.format(Locale.US, "%.1f h", hours));
        }

        public static Cell words(String text) {
            return new Cell(null, text);
        }
    }

    /** A cell by the keys of its row and column; empty when there is no such row or column. */
    public Optional<Cell> cell(String row, String column) {
        return rows.stream().filter(one -> one.key().equals(row)).findFirst()
                .flatMap(one -> column(column).map(found -> one.cells().get(columns.indexOf(found))));
    }

    public Optional<Column> column(String key) {
        return columns.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** The rows without their sum. */
    public List<Row> parts() {
        return rows.stream().filter(row -> !row.sum()).toList();
    }

    /** A picture of nothing but zeros would say nothing. */
    public boolean isDrawn() {
        return shape != Shape.NONE && parts().stream().anyMatch(row -> columns.stream().filter(Column::drawn)
                .map(column -> row.cells().get(columns.indexOf(column)).value()).anyMatch(value -> value != null && value > 0));
    }
}
