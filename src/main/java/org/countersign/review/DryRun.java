package org.countersign.review;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.countersign.post.PostKind;
import org.countersign.post.ServiceLine;
import org.countersign.screening.Draft;
import org.countersign.screening.Finding;
import org.countersign.screening.FindingCatalog;
import org.countersign.screening.Screener;
import org.countersign.screening.Severity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Runs labeled posts through the screener and the decision tables that are in force, and compares what comes out with the
 * labels. Nothing is submitted and nothing is kept.
 */
@Service
public class DryRun {

    private static final YAMLMapper YAML = YAMLMapper.builder().findAndAddModules()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private final Labels labels;
    private final Screener screener;
    private final FindingCatalog catalog;
    private final RiskTables tables;

    DryRun(@Value("classpath:review/dry-run.yaml") Resource file, Screener screener, FindingCatalog catalog,
           RiskTables tables) {
        try (InputStream in = file.getInputStream()) {
            labels = YAML.readValue(in, Labels.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The labeled posts of the dry run cannot be read", e);
        }
        this.screener = screener;
        this.catalog = catalog;
        this.tables = tables;
    }

    /**
     * What a dry run showed.
     *
     * @param disagreed    ids of the items whose class or block differs from the label
     * @param missedBlocks ids of the items that should have been blocked and were not
     */
    public record Report(String version, int items, List<String> disagreed, List<String> missedBlocks, int leastPercent) {

        public int agreementPercent() {
            return items == 0 ? 0 : 100 * (items - disagreed.size()) / items;
        }

        public boolean passed() {
            return missedBlocks.isEmpty() && items > 0 && agreementPercent() >= leastPercent;
        }
    }

    public Report run() {
        List<String> disagreed = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        for (Item item : labels.items()) {
            RiskTables.Judgment judgment = tables.judge(facts(item));
            if (judgment.riskClass() != item.riskClass() || judgment.blocks() != item.block()) {
                disagreed.add(item.id());
            }
            if (item.block() && !judgment.blocks()) {
                missed.add(item.id());
            }
        }
        return new Report(labels.version(), labels.items().size(), disagreed, missed, labels.leastAgreementPercent());
    }

    private Map<String, Object> facts(Item item) {
        List<Finding> found = screener.screen(new Draft(item.kind().name(), item.texts(),
                item.altText() == null ? List.of() : List.of(new Draft.Picture(item.altText(), null)), item.kind().reply(),
                false));
        TreeSet<String> codes = new TreeSet<>(item.also() == null ? List.of() : item.also());
        boolean block = codes.stream().anyMatch(code -> catalog.get(code).severity() == Severity.BLOCK)
                || found.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
        found.forEach(finding -> codes.add(finding.code()));
        long review = codes.stream().filter(code -> catalog.get(code).severity() == Severity.REVIEW).count();
        Map<String, Object> facts = new HashMap<>();
        facts.put("postKind", item.kind().name());
        facts.put("findingCodes", new ArrayList<>(codes));
        facts.put("reviewSeverityCount", (int) review);
        facts.put("unresolvedBlock", block);
        facts.put("paid", item.paid());
        facts.put("serviceLine", (item.serviceLine() == null ? ServiceLine.GENERAL : item.serviceLine()).name());
        facts.put("personShown", false);
        facts.put("newsLinked", item.newsLinked());
        facts.put("newAccount", false);
        facts.put("complianceSample", false);
        return facts;
    }

    private record Labels(String version, String source, LocalDate checked, int leastAgreementPercent, List<Item> items) {
    }

    private record Item(String id, PostKind kind, String text, String altText, List<String> also, boolean paid,
                        ServiceLine serviceLine, boolean newsLinked, int riskClass, boolean block) {

        Map<String, String> texts() {
            return altText == null ? Map.of("text.FACEBOOK", text) : Map.of("text.FACEBOOK", text, "media.0.altText", altText);
        }
    }
}
