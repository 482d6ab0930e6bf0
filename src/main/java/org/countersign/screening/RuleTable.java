package org.countersign.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The rules of the first screener, kept in {@code screening/rules.yaml}.
 *
 * @param version changes with each change of a row; findings carry it
 * @param words   lists of words; {@code <name>} in a pattern stands for one of them
 * @param cues    patterns that rules may ask for in their neighborhood
 * @param checks  what is looked for by the shape of a post rather than by words
 * @param rules   the rows
 */
record RuleTable(String version, Map<String, List<String>> words, Map<String, String> cues, List<Check> checks,
                 List<Rule> rules) {

    /** The words of a finding that {@link ShapeChecks} makes. */
    record Check(String id, String code, Severity severity, String reason, String citation) {
    }

    static RuleTable shipped() {
        return YamlTable.read("screening/rules.yaml", RuleTable.class);
    }

    /**
     * The rules ready for use, after each proved its own examples.
     *
     * @throws IllegalArgumentException naming the rule that is wrong
     */
    List<CompiledRule> compile(FindingCatalog catalog) {
        var ids = new HashSet<String>();
        return rules.stream().map(rule -> {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("Rule " + rule.id() + " is in the table twice.");
            }
            var compiled = CompiledRule.of(rule, this, catalog);
            prove(rule, compiled);
            return compiled;
        }).toList();
    }

    /** The pattern with the words that its names stand for. */
    String spellOut(String pattern) {
        var spelled = pattern;
        for (var list : words.entrySet()) {
            spelled = spelled.replace("<" + list.getKey() + ">", "(?:" + String.join("|", list.getValue()) + ")");
        }
        return spelled;
    }

    private static void prove(Rule rule, CompiledRule compiled) {
        boolean reply = rule.appliesTo() == Rule.AppliesTo.REPLIES;
        if (rule.examples().isEmpty() && rule.replyExamples().isEmpty()) {
            throw new IllegalArgumentException("Rule " + rule.id() + " has no example.");
        }
        rule.examples().forEach(text -> expect(rule, compiled, text, reply, true));
        rule.replyExamples().forEach(text -> expect(rule, compiled, text, true, true));
        rule.counterExamples().forEach(text -> expect(rule, compiled, text, reply, false));
    }

    private static void expect(Rule rule, CompiledRule compiled, String text, boolean reply, boolean found) {
        if (compiled.find("text", new Reading(text), reply).isEmpty() == found) {
            throw new IllegalArgumentException("Rule %s must %sfind something in its own example: %s"
                    .formatted(rule.id(), found ? "" : "not ", text));
        }
    }
}
