package org.countersign.training;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The checklist of what a policy must say, kept in {@code training/policy-sections.yaml}. */
@Component
public class PolicySections {

    private final Table table;

    PolicySections() {
        this.table = Tables.read("policy-sections.yaml", Table.class);
        sections().stream().collect(Collectors.toMap(Section::key, Function.identity()));
    }

    /** In the order in which a policy is read. */
    public List<Section> sections() {
        return table.sections();
    }

    /** Where the checklist comes from. */
    public String source() {
        return table.source();
    }

    /** A first wording of each section, to begin with. */
    Map<String, String> modelText() {
        return sections().stream().collect(Collectors.toMap(Section::key, section -> section.model().strip()));
    }

    /**
     * A section of the checklist.
     *
     * @param hint      what it must settle
     * @param model     wording to begin with
     * @param mandatory without it a version cannot be submitted
     */
    public record Section(String key, String title, String hint, boolean mandatory, String model) {
    }

    record Table(String version, String source, LocalDate effective, LocalDate checked, List<Section> sections) {
    }
}
