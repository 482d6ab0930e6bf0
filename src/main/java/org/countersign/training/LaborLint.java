package org.countersign.training;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for wording that employees could reasonably read as a limit on talking about their work (sections 7 and 8(a)(1) of
 * the National Labor Relations Act). Finds candidates for HR and Legal; that it finds nothing does not make a policy lawful.
 * A pure function of the text and the rules in {@code training/labor-rules.yaml}, which prove their examples at the start.
 */
@Component
public class LaborLint {

    /** A sentence ends with its sign or its line. Points inside words, as in "a.m.", only make the sentence shorter. */
    private static final Pattern SENTENCE = Pattern.compile("[^.!?;\\n]+[.!?;]?");

    private final List<Compiled> rules;

    LaborLint() {
        this(Tables.read("labor-rules.yaml", Table.class));
    }

    LaborLint(Table table) {
        Set<String> ids = new HashSet<>();
        this.rules = table.rules().stream().map(rule -> {
            if (!ids.add(rule.id())) {
                throw new IllegalStateException("training/labor-rules.yaml has rule " + rule.id() + " twice.");
            }
            return Compiled.of(rule, table.words());
        }).toList();
        rules.forEach(Compiled::prove);
    }

    /** All findings of a policy by section, each in the order of the text. */
    public List<LintFinding> check(PolicyVersion policy) {
        return policy.sections().keySet().stream().sorted().flatMap(key -> check(key, policy.text(key)).stream()).toList();
    }

    /** The findings of a section in the order of its text. */
    public List<LintFinding> check(String section, String text) {
        List<LintFinding> findings = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            for (Compiled rule : rules) {
                Matcher match = rule.pattern().matcher(sentence.group());
                if (match.find() && !rule.excused(sentence.group())) {
                    findings.add(rule.finding(section, sentence.group(), sentence.start() + match.start(),
                            sentence.start() + match.end()));
                }
            }
        }
        findings.sort(Comparator.comparingInt(LintFinding::start).thenComparing(LintFinding::rule));
        return findings;
    }

    /**
     * The file as it is written.
     *
     * @param words {@code <name>} in a pattern stands for that choice
     */
    record Table(String version, String source, LocalDate effective, LocalDate checked, Map<String, String> words,
                 List<Rule> rules) {
    }

    /**
     * @param pattern         found within one sentence
     * @param unless          a sentence in which this is found as well is fine; may be null
     * @param examples        in each the rule finds something
     * @param counterExamples in none it finds anything
     */
    record Rule(String id, String pattern, String unless, String reason, String instead, String citation,
                List<String> examples, List<String> counterExamples) {
    }

    private record Compiled(Rule rule, Pattern pattern, Pattern unless) {

        private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

        static Compiled of(Rule rule, Map<String, String> words) {
            return new Compiled(rule, compile(rule.pattern(), words),
                    rule.unless() == null ? null : compile(rule.unless(), words));
        }

        private static Pattern compile(String pattern, Map<String, String> words) {
            String spelled = pattern;
            for (var list : words.entrySet()) {
                spelled = spelled.replace("<" + list.getKey() + ">", "(?:" + list.getValue() + ")");
            }
            return Pattern.compile(spelled.strip(), FLAGS);
        }

        boolean excused(String sentence) {
            return unless != null && unless.matcher(sentence).find();
        }

        LintFinding finding(String section, String sentence, int start, int end) {
            String words = sentence.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            String key = section + "/" + rule.id() + "/"
                    + Digest.of(words.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
            return new LintFinding(key, section, rule.id(), start, end, rule.reason(), rule.instead(), rule.citation());
        }

        void prove() {
            if (rule.examples().isEmpty() || rule.counterExamples().isEmpty()) {
                throw new IllegalStateException("Rule " + rule.id() + " needs an example and a counter-example.");
            }
            rule.examples().forEach(text -> expect(text, true));
            rule.counterExamples().forEach(text -> expect(text, false));
        }

        private void expect(String text, boolean found) {
            Matcher sentences = SENTENCE.matcher(text);
            boolean any = false;
            while (sentences.find()) {
                any |= pattern.matcher(sentences.group()).find() && !excused(sentences.group());
            }
            if (any != found) {
                throw new IllegalStateException("Rule %s must %sfind something in its own example: %s"
                        .formatted(rule.id(), found ? "" : "not ", text));
            }
        }
    }
}
