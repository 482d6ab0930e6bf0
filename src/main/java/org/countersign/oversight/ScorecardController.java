package org.countersign.oversight;

import org.countersign.evidence.RecordReaders;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;
import org.countersign.oversight.FigureSource.Counted;
import org.countersign.people.Entities;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The scorecard, each of its figures as a file and a picture, and the lists of what they count.
 */
@Controller
class ScorecardController {

    private static final int PAGE = 50;
    /** Dots of a picture for each pixel of the page, so that it prints well. */
    private static final int SCALE = 3;

    private final Scorecard scorecard;
    private final Figures figures;
    private final Charts charts;
    private final Entities entities;
    private final RecordReaders readers;
    private final FigureQueries queries;

    ScorecardController(Scorecard scorecard, Figures figures, Charts charts, Entities entities, RecordReaders readers,
                        FigureQueries queries) {
        this.scorecard = scorecard;
        this.figures = figures;
        this.charts = charts;
        this.entities = entities;
        this.readers = readers;
        this.queries = queries;
    }

    @GetMapping("/scorecard")
    String scorecard(Asked asked, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("choices", PeriodChoice.values());
        model.addAttribute("entities", entities.all());
        model.addAttribute("charts", charts);
        try {
            FigureQuery query = queries.of(asked);
            model.addAttribute("query", query);
            model.addAttribute("card", scorecard.of(query));
        } catch (IllegalArgumentException mistake) {
            model.addAttribute("mistake", mistake.getMessage());
        }
        model.addAttribute("kpis", scorecard.kpis());
        return "oversight/scorecard";
    }

    @GetMapping(value = "/scorecard/{figure}.csv")
    ResponseEntity<String> file(@PathVariable String figure, Asked asked) {
        Figure shown = figures.one(figure, query(asked));
        return ResponseEntity.ok().header("Content-Type", "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + shown.id() + ".csv\"").body(Csv.of(shown));
    }

    @GetMapping(value = "/scorecard/chart/{figure}.png")
    ResponseEntity<byte[]> chart(@PathVariable String figure, Asked asked) {
        Figure shown = figures.one(figure, query(asked));
        if (!shown.isDrawn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok().header("Content-Type", "image/png").body(charts.png(shown, SCALE));
    }

    @GetMapping("/scorecard/{figure}")
    String records(@PathVariable String figure, @RequestParam(defaultValue = "") String row, @RequestParam String column,
                   @RequestParam(defaultValue = "1") int page, Asked asked, Principal person, Model model) {
        FigureQuery query = query(asked);
        Figure shown = figures.one(figure, query);
        Column counted = shown.column(column).filter(Column::listed)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int number = Math.max(1, Math.min(page, Integer.MAX_VALUE / PAGE - 1));
        List<Counted> found = figures.source(figure).records(row, column, query, PAGE + 1, (number - 1) * PAGE);
        List<Counted> records = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("figure", shown);
        model.addAttribute("column", counted);
        model.addAttribute("row", shown.rows().stream().filter(one -> one.key().equals(row)).findFirst()
                .orElse(new Row(row, row, List.of())));
        model.addAttribute("number", shown.cell(row, column).orElse(Figure.Cell.count(0)).text());
        model.addAttribute("records", records);
        model.addAttribute("readable", readable(records, person.getName()));
        model.addAttribute("asked", asked);
        model.addAttribute("query", query);
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > PAGE);
        return "oversight/records";
    }

    private Set<UUID> readable(List<Counted> records, String person) {
        return records.stream().map(Counted::postId).filter(post -> readers.mayRead(post, person)).collect(Collectors.toSet());
    }

    private FigureQuery query(Asked asked) {
        try {
            return queries.of(asked);
        } catch (IllegalArgumentException mistake) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, mistake.getMessage());
        }
    }
}
