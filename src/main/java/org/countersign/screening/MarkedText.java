package org.countersign.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A text cut where findings begin and end, so that a page can underline them. The segments, put together, are the text.
 *
 * @param segments in the order of the text; none is empty
 */
public record MarkedText(List<Segment> segments) {

    /**
     * A piece of the text.
     *
     * @param findings what covers the piece, the most severe first; empty for plain text
     */
    public record Segment(String text, List<Finding> findings) {

        public boolean marked() {
            return !findings.isEmpty();
        }

        /** The severity to show, since an underline has one color; empty for plain text. */
        public Optional<Severity> worst() {
            return findings.stream().map(Finding::severity).min(Comparator.naturalOrder());
        }

        /** Codes of the findings without repetition, for the label of the mark. */
        public List<String> codes() {
            return findings.stream().map(Finding::code).distinct().toList();
        }
    }

    public MarkedText {
        segments = List.copyOf(segments);
    }

    /**
     * Cuts the text of a field.
     *
     * @param findings of all fields; those of other fields, without a place, or with a place that this text does not have
     *                 are left out
     */
    public static MarkedText of(String field, String text, List<Finding> findings) {
        var here = findings.stream().filter(finding -> finding.field().equals(field) && finding.start() >= 0
                        && finding.start() < finding.end() && finding.end() <= text.length())
                .sorted(Comparator.comparing(Finding::severity).thenComparingInt(Finding::start)).toList();
        var cuts = new TreeSet<>(List.of(0, text.length()));
        here.forEach(finding -> {
            cuts.add(finding.start());
            cuts.add(finding.end());
        });
        var segments = new ArrayList<Segment>();
        int from = 0;
        for (int to : cuts.tailSet(0, false)) {
            int start = from;
            segments.add(new Segment(text.substring(start, to), here.stream()
                    .filter(finding -> finding.start() < to && finding.end() > start).toList()));
            from = to;
        }
        return new MarkedText(segments);
    }
}
