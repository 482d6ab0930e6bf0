package org.countersign.oversight;

import org.countersign.oversight.Figure.Cell;

import java.util.Locale;

/**
 * One number of a figure with its target; a target is at most one of the three bounds.
 *
 * @param figure id of the figure
 * @param row    key of its row; empty for the sum
 * @param column key of its column
 * @param source who set the target
 */
record Kpi(String id, String label, String figure, String row, String column, Unit unit, Double atMost, Double atLeast,
           Double below, String source) {

    enum Unit {
        COUNT, PERCENT, HOURS;

        String words(double number) {
            String digits = number == Math.rint(number) ? String.format(Locale.US, "%,.0f", number)
                    : String.format(Locale.US, "%,.1f", number);
            return switch (this) {
                case COUNT -> digits;
                case PERCENT -> digits + " %";
                case HOURS -> digits + " business hours";
            };
        }
    }

    public enum Verdict {
        MET("Met"), MISSED("Missed"), OPEN("No target"), NOTHING("Nothing to measure");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean hasTarget() {
        return atMost != null || atLeast != null || below != null;
    }

    public String target() {
        if (atMost != null) {
            return "at most " + unit.words(atMost);
        }
        if (atLeast != null) {
            return "at least " + unit.words(atLeast);
        }
        return below != null ? "below " + unit.words(below) : "–";
    }

    Verdict verdict(Cell cell) {
        if (cell.value() == null) {
            return Verdict.NOTHING;
        }
        if (!hasTarget()) {
            return Verdict.OPEN;
        }
        double value = cell.value();
        boolean met = (atMost == null || value <= atMost) && (atLeast == null || value >= atLeast)
                && (below == null || value < below);
        return met ? Verdict.MET : Verdict.MISSED;
    }
}
