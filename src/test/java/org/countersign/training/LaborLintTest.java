package org.countersign.training;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LaborLintTest {

    private static final LaborLint LINT = new LaborLint();
    private static final String HARMLESS = "The register of accounts is kept by Marketing.\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vague-conduct           | Do not post inappropriate content.",
        "vague-conduct           | Employees who make negative comments about the hospital may be dismissed.",
        "working-conditions      | Staff may not discuss wages, hours or schedules with people outside.",
        "working-conditions      | Do not criticize your supervisors online.",
        "media-ban               | You must not talk to reporters at all.",
        "name-and-logo           | Never use the hospital's name on your page.",
        "blanket-confidentiality | All non-public information is confidential.",
        "blanket-recording       | Employees may not record at work.",
        "prior-permission        | Obtain written approval before you post anything about your work.",
        "civility                | Always remain civil.",
        "personal-accounts       | Managers may review employees' profiles."
    })
    void findsTheTrap(String rule, String text) {
        assertThat(LINT.check("personal-use", text)).extracting(LintFinding::rule).contains(rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Never share patient information in any form.",
        "Nothing in this policy limits the right of employees to discuss pay, hours, staffing and safety.",
        "Threats and unlawful harassment are not tolerated.",
        "Posts on official accounts are approved by Legal before they are published.",
        "We do not monitor personal accounts.",
        "Only those named in this policy speak for the organization."
    })
    void leavesNarrowWordingAlone(String text) {
        assertThat(LINT.check("personal-use", text)).isEmpty();
    }

    @Test
    void theModelTextPassesItsOwnLint() {
        new PolicySections().modelText().forEach((key, text) -> assertThat(LINT.check(key, text)).as(key).isEmpty());
    }

    @Test
    void marksTheWordsThatAreMeant() {
        String text = HARMLESS + "Be civil. " + HARMLESS;
        LintFinding finding = LINT.check("personal-use", text).get(0);
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("Be civil");
        assertThat(List.of(finding.reason(), finding.instead(), finding.citation())).doesNotContain("");
    }

    /** A reason is given for a sentence: it holds wherever the sentence stands, and no longer when its words change. */
    @Test
    void theKeyFollowsTheSentence() {
        String key = LINT.check("personal-use", "Be civil to all.").get(0).key();
        assertThat(LINT.check("personal-use", HARMLESS + "Be  civil\tto all.").get(0).key()).isEqualTo(key);
        assertThat(LINT.check("personal-use", "Be civil to all colleagues.").get(0).key()).isNotEqualTo(key);
        assertThat(LINT.check("others", "Be civil to all.").get(0).key()).isNotEqualTo(key);
    }

    @Property(tries = 300)
    void readsAnyTextAndMarksOnlyWhatIsThere(@ForAll @StringLength(max = 400) String text) {
        assertThat(LINT.check("purpose", text)).allSatisfy(finding -> {
            assertThat(finding.start()).isBetween(0, finding.end());
            assertThat(finding.end()).isLessThanOrEqualTo(text.length());
        });
    }

    @Property(tries = 100)
    void neighborsChangeNothing(@ForAll @StringLength(max = 60) String before) {
        String trap = "Employees may not speak to the media.";
        String neighbor = before.replaceAll("[.!?;\\n]", " ") + "\n";
        assertThat(LINT.check("purpose", neighbor + trap)).extracting(LintFinding::rule).contains("media-ban");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPLOYEES MAY NOT DISCUSS PAY.", "employees may not discuss pay.", "Employees may\u00a0not discuss pay."})
    void capitalsAndBlanksMakeNoDifference(String text) {
        assertThat(LINT.check("purpose", text.replace('\u00a0', ' '))).hasSize(1);
        assertThat(LINT.check("purpose", text.toLowerCase(Locale.ROOT).replace('\u00a0', ' '))).hasSize(1);
    }

    @Test
    void aRuleThatMissesItsOwnExampleIsRefused() {
        var rule = new LaborLint.Rule("broken", "never\\s+ever", null, "r", "i", "c", List.of("Do not."), List.of("Do."));
        assertThatIllegalStateException().isThrownBy(() -> new LaborLint(table(rule))).withMessageContaining("broken");
        var greedy = new LaborLint.Rule("greedy", "do", null, "r", "i", "c", List.of("Do not."), List.of("Do."));
        assertThatIllegalStateException().isThrownBy(() -> new LaborLint(table(greedy))).withMessageContaining("greedy");
    }

    /** Twenty thousand characters of the worst kind in one sentence are read in a blink. */
    @Test
    void aLongSentenceDoesNotRunAway() {
        String text = "do not ".repeat(2_800);
        long start = System.nanoTime();
        LINT.check("purpose", text);
        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }

    private static LaborLint.Table table(LaborLint.Rule rule) {
        return new LaborLint.Table("1", "s", null, null, Map.of(), List.of(rule));
    }
}
