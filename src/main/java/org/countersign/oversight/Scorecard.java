package org.countersign.oversight;

import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Section;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All figures of a period, with those first that have a target.
 */
@Component
class Scorecard {

    private final Figures figures;
    private final KpiTable kpis = KpiTable.shipped();

    Scorecard(Figures figures) {
        this.figures = figures;
    }

    /**
     * A number that executives look at first.
     *
     * @param before the same number of the period before; null when nobody compared
     */
    record Standing(Kpi kpi, Cell value, Cell before, Kpi.Verdict verdict) {

        /** How it moved: {@code 3.5 more}, {@code the same}; a dash when one of the two is missing. */
        public String change() {
            if (before == null || before.value() == null || value.value() == null) {
                return "–";
            }
            double difference = Math.round(10 * (value.value() - before.value())) / 10.0;
            return difference == 0 ? "the same"
                    : kpi.unit().words(Math.abs(difference)) + (difference > 0 ? " more" : " less");
        }
    }

    /** @param sections the figures in the order of the page */
    record Shown(List<Standing> standings, Map<Section, List<Figure>> sections) {

        List<Figure> figures() {
            return sections.values().stream().flatMap(List::stream).toList();
        }
    }

    Shown of(FigureQuery query) {
        List<Figure> all = figures.all(query);
        return new Shown(standings(all, null), bySection(all));
    }

    /** The same with a comparison to the period before. */
    Shown compared(FigureQuery query, Period before) {
        List<Figure> all = figures.all(query);
        return new Shown(standings(all, figures.all(query.of(before))), bySection(all));
    }

    KpiTable kpis() {
        return kpis;
    }

    private List<Standing> standings(List<Figure> now, List<Figure> before) {
        List<Standing> standings = new ArrayList<>();
        for (Kpi kpi : kpis.kpis()) {
            now.stream().filter(figure -> figure.id().equals(kpi.figure())).findFirst().ifPresent(figure -> {
                Cell value = cell(figure, kpi);
                Cell earlier = before == null ? null : before.stream().filter(one -> one.id().equals(kpi.figure()))
                        .findFirst().map(one -> cell(one, kpi)).orElse(Cell.NONE);
                standings.add(new Standing(kpi, value, earlier, kpi.verdict(value)));
            });
        }
        return List.copyOf(standings);
    }

    private static Cell cell(Figure figure, Kpi kpi) {
        return figure.cell(kpi.row(), kpi.column()).orElse(Cell.NONE);
    }

    private static Map<Section, List<Figure>> bySection(List<Figure> figures) {
        Map<Section, List<Figure>> sections = new LinkedHashMap<>();
        figures.forEach(figure -> sections.computeIfAbsent(figure.section(), section -> new ArrayList<>()).add(figure));
        return sections;
    }
}
