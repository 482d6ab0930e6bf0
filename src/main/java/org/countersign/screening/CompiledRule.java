package org.countersign.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rule that reads texts. Immutable, so that all threads may use it. */
final class CompiledRule {

    /** A text that repeats one sign a thousand times is stopped by the first finding; the rest would only fill the record. */
    private static final int MOST_FINDINGS_IN_A_FIELD = 25;

    private final Rule rule;
    private final String version;
    private final Pattern pattern;
    private final Pattern cue;
    private final Pattern unless;
    private final Severity severity;
    private final String citation;

    private CompiledRule(Rule rule, String version, Pattern pattern, Pattern cue, Pattern unless, FindingCode code) {
        this.rule = rule;
        this.version = version;
        this.pattern = pattern;
        this.cue = cue;
        this.unless = unless;
        this.severity = rule.severity() == null ? code.severity() : rule.severity();
        this.citation = rule.citation() == null ? code.citation() : rule.citation();
    }

    static CompiledRule of(Rule rule, RuleTable table, FindingCatalog catalog) {
        if (rule.near() != null && !table.cues().containsKey(rule.near())) {
            throw new IllegalArgumentException("Rule " + rule.id() + " names an unknown cue: " + rule.near());
        }
        return new CompiledRule(rule, table.version(),
                SafePattern.compile(table.spellOut(rule.expression()), rule.caseSensitive()),
                rule.near() == null ? null : SafePattern.compile(table.spellOut(table.cues().get(rule.near())), true),
                rule.unless() == null ? null : SafePattern.compile(table.spellOut(rule.unless()), false),
                catalog.get(rule.code()));
    }

    boolean reads(String field) {
        return rule.reads() == Rule.Reads.EVERYTHING || !(field.startsWith("link.") || field.endsWith(".fileName"));
    }

    List<Finding> find(String field, Reading reading, boolean reply) {
        if (rule.appliesTo() == Rule.AppliesTo.REPLIES && !reply) {
            return List.of();
        }
        var match = pattern.matcher(reading.text());
        var findings = new ArrayList<Finding>();
        while (findings.size() < MOST_FINDINGS_IN_A_FIELD && match.find()) {
            int group = marked(match);
            int start = match.start(group);
            int end = match.end(group);
            if (end > start && cued(reading, start, end, reply) && !takenBack(reading, start, end)) {
                findings.add(new Finding(rule.code(), severity, rule.id(), version, field, start, end, rule.reason(), citation));
            }
        }
        return findings;
    }

    /** The group that matched, if the pattern has one: a cue word before a number is not part of what is marked. */
    private static int marked(Matcher match) {
        for (int group = 1; group <= match.groupCount(); group++) {
            if (match.start(group) >= 0) {
                return group;
            }
        }
        return 0;
    }

    private boolean cued(Reading reading, int start, int end, boolean reply) {
        return cue == null || reply && rule.replySuffices()
                || reading.contains(cue, start - rule.within(), end + rule.within());
    }

    private boolean takenBack(Reading reading, int start, int end) {
        return unless != null && reading.contains(unless, start, end);
    }
}
