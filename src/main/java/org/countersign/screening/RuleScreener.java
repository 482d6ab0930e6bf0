package org.countersign.screening;

import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The first screener: rules of words and shapes, no list of names, no pictures. Pure and safe for all threads; time grows
 * linearly with the text.
 */
@Component
public class RuleScreener implements Screener {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparingInt((Finding finding) -> rank(finding.field()))
            .thenComparingLong(finding -> number(finding.field())).thenComparing(Finding::field)
            .thenComparingInt(Finding::start).thenComparingInt(Finding::end).thenComparing(Finding::rule);

    private final List<CompiledRule> rules;
    private final ShapeChecks shapes;
    private final String version;

    /** @throws IllegalArgumentException when a rule of this release does not prove its own examples */
    public RuleScreener() {
        this(RuleTable.shipped(), FindingCatalog.shipped());
    }

    RuleScreener(RuleTable table, FindingCatalog catalog) {
        this.rules = table.compile(catalog);
        this.shapes = new ShapeChecks(table, catalog);
        this.version = "rules-" + table.version() + "+codes-" + catalog.version();
    }

    @Override
    public List<Finding> screen(Draft draft) {
        var texts = new HashMap<String, String>();
        draft.texts().forEach((field, text) -> {
            if (text != null) {
                texts.put(field, text);
            }
        });
        var findings = new ArrayList<>(shapes.find(draft, texts));
        texts.forEach((field, text) -> {
            var reading = new Reading(text.substring(0, Math.min(text.length(), ShapeChecks.LONGEST_TEXT)));
            for (var rule : rules) {
                if (rule.reads(field)) {
                    findings.addAll(rule.find(field, reading, draft.reply()));
                }
            }
        });
        findings.sort(BY_PLACE);
        return List.copyOf(findings);
    }

    @Override
    public String version() {
        return version;
    }

    /** The whole post first, then texts, pictures, links. */
    private static int rank(String field) {
        return field.startsWith("text") ? 1 : field.startsWith("media") ? 2 : field.startsWith("link") ? 3 : 0;
    }

    /** {@code media.2} comes before {@code media.10}. */
    private static long number(String field) {
        var digits = field.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits.substring(0, Math.min(18, digits.length())));
    }
}
