package org.countersign.screening;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A table of rules that does not hold what it promises is not loaded. */
class RuleTableTest {

    private static final FindingCatalog CATALOG = FindingCatalog.shipped();

    @Test
    void everyRuleOfTheReleaseFindsItsExamplesAndSparesItsCounterexamples() {
        var table = RuleTable.shipped();
        assertThat(table.compile(CATALOG)).hasSameSizeAs(table.rules()).hasSizeGreaterThan(45);
        assertThat(table.rules()).allSatisfy(rule -> assertThat(rule.counterExamples()).as(rule.id()).isNotEmpty());
    }

    @Test
    void everyRowOfTheCatalogIsComplete() {
        assertThat(CATALOG.codes()).hasSize(42).allSatisfy(code -> {
            assertThat(code.meaning()).isNotBlank();
            assertThat(code.citation()).isNotBlank();
        });
        assertThat(CATALOG.codes().stream().filter(code -> !code.clearable()).map(FindingCode::code))
                .containsExactlyInAnyOrder("A1", "A2", "C2", "P7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{id: a, code: P1, phrases: [hello], reason: r, examples: [goodbye]} | must find something",
        "{id: a, code: P1, phrases: [hello], reason: r, examples: [hello], counterExamples: [oh hello]} | must not find",
        "{id: a, code: P1, phrases: [hello], reason: r} | has no example",
        "{id: a, code: XX, phrases: [hello], reason: r, examples: [hello]} | No finding code XX",
        "{id: a, code: P1, reason: r, examples: [hello]} | needs a pattern or phrases",
        "{id: a, code: P1, phrases: [hello], pattern: hello, reason: r, examples: [hello]} | needs a pattern or phrases",
        "{id: a, code: P1, phrases: [hello], near: nobody, reason: r, examples: [hello]} | unknown cue",
        "{id: a, code: P1, phrases: [hello], reason: r, examples: [hello], speed: 9} | speed"})
    void aWrongRowIsNamed(String row, String message) {
        assertThatThrownBy(() -> table(row).compile(CATALOG)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void anIdIsUsedOnce() {
        var row = "{id: a, code: P1, phrases: [hello], reason: r, examples: [hello]}";
        assertThatThrownBy(() -> table(row + ", " + row).compile(CATALOG)).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a*", "(a+)+", "a{2,}", "(?=a)", "(?<!a)b", "(a)\\1", "(?>a)", "a?+", "[a]+"})
    void aPatternThatMayRunAwayIsRefused(String pattern) {
        assertThatThrownBy(() -> SafePattern.compile(pattern, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{1,20}", "[*+]", "\\+1", "a?b", "(?:x|y){2}", "(?i:a)", "[^\\]]{0,9}"})
    void aBoundedPatternIsTaken(String pattern) {
        assertThat(SafePattern.compile(pattern, false)).isNotNull();
    }

    @Test
    void aPhraseIsWrittenAsPeopleWriteIt() {
        var phrase = SafePattern.compile("\\b(?:" + SafePattern.ofPhrase("thank (you|u) ... visit") + ")\\b", false);
        assertThat(List.of("Thank you for your visit", "thank  u: nice visit")).allMatch(text -> phrase.matcher(text).find());
        assertThat(List.of("Thank you. Please visit", "thankyou for the visit", "visit")).noneMatch(text -> phrase.matcher(text).find());
    }

    private static RuleTable table(String rows) {
        return YamlTable.parse("{version: t, words: {}, cues: {}, checks: [], rules: [" + rows + "]}", RuleTable.class);
    }
}
