package org.countersign.screening;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Places, severities and fields of findings. */
class RuleScreenerTest {

    private final RuleScreener screener = new RuleScreener();

    @ParameterizedTest
    @ValueSource(strings = {"", "😀 ", "👩‍⚕️🇺🇸 e\u0301 ", "“Quote” – ", "\uD83D "})
    void aFindingMarksExactlyTheWordsWhateverStandsBefore(String before) {
        var text = before + "His number is 123-45-6789, thank you 😀";
        var finding = only(post(text), "social-security-number");
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("123-45-6789");
        assertThat(finding).returns("P1", Finding::code).returns(Severity.BLOCK, Finding::severity)
                .returns("text.bluesky", Finding::field).returns("45 CFR 164.514(b)(2)(i)(G)", Finding::citation);
    }

    @Test
    void typographicSignsAreReadAsPlainOnesInTheirPlace() {
        var text = "We’re sorry about your visit — SSN 123‑45‑6789";
        var findings = screener.screen(reply(text));
        assertThat(findings.stream().map(finding -> text.substring(finding.start(), finding.end())))
                .contains("your visit", "123‑45‑6789");
    }

    @Test
    void theNumberIsMarkedNotItsCueWord() {
        var text = "Your card: Member ID: HV-204981";
        var finding = only(post(text), "number-after-cue-word");
        assertThat(text.substring(finding.start(), finding.end())).isEqualTo("HV-204981");
    }

    @Test
    void findingsComeInTheOrderOfFieldsAndPlaces() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("link.0", "https://bit.ly/3xHV22");
        texts.put("media.10.altText", "A note with 123-45-6789");
        texts.put("media.2.altText", "A note with 123-45-6789");
        texts.put("text.bluesky", "123-45-6789 and MRN 00482913");
        var draft = new Draft("EVENT", texts, List.of(), false, true);
        assertThat(screener.screen(draft)).extracting(Finding::field).containsExactly("post", "text.bluesky",
                "text.bluesky", "media.2.altText", "media.10.altText", "link.0");
    }

    @Test
    void thankingForAVisitConfirmsAPatientInAnAnswerOnly() {
        assertThat(codes(post("Plan your visit: parking is free for your appointment."))).doesNotContain("P3");
        assertThat(codes(reply("Plan your visit: parking is free for your appointment."))).contains("P3");
    }

    @Test
    void adviceNeedsAPersonUnlessItIsAnAnswer() {
        assertThat(codes(post("Stop taking expired medicine."))).doesNotContain("M1");
        assertThat(codes(post("Hi Karen, stop taking the medicine."))).contains("M1");
        assertThat(codes(reply("Stop taking the medicine."))).contains("M1");
    }

    @Test
    void fileNamesAndLinksAreReadForIdentifiersOnly() {
        var texts = Map.of("media.0.fileName", "flu-vaccine-123-45-6789.jpg", "link.0", "https://harborvale.example/vaccine");
        var draft = new Draft("EVENT", texts, List.of(), false, false);
        assertThat(screener.screen(draft)).extracting(Finding::field).containsExactly("media.0.fileName");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, -, alt-text-missing, BLOCK", "' ', ' ', alt-text-missing, BLOCK", "IMG_4711.jpg, -, alt-text-is-file-name, BLOCK",
        "Screenshot 2026-11-22, -, alt-text-is-file-name, BLOCK", "sunset.PNG, -, alt-text-is-file-name, BLOCK",
        "Sunset, -, alt-text-too-short, WARN", "A sunset over town, A frame, alt-text-and-decorative, WARN"})
    void everyPictureIsDescribedOrDecorative(String altText, String decorative, String rule, Severity severity) {
        var draft = new Draft("EVENT", Map.of(), List.of(new Draft.Picture("A sunset over the harbor", null),
                new Draft.Picture(null, "a line between two parts"), new Draft.Picture(altText, decorative)), false, false);
        assertThat(screener.screen(draft)).singleElement().returns("A1", Finding::code).returns(rule, Finding::rule)
                .returns(severity, Finding::severity).returns("media.2.altText", Finding::field);
    }

    @Test
    void helpOfAGeneratorIsSaidAndInClinicalKindsReviewed() {
        assertThat(screener.screen(new Draft("EVENT", Map.of(), List.of(), false, true))).singleElement()
                .returns("G1", Finding::code).returns(Severity.WARN, Finding::severity).returns(-1, Finding::start);
        assertThat(screener.screen(new Draft("CLINICAL_CLAIM", Map.of(), List.of(), false, true))).singleElement()
                .returns("G1", Finding::code).returns(Severity.REVIEW, Finding::severity);
    }

    @Test
    void aDisclaimerInAnyTextIsEnough() {
        var texts = Map.of("text.bluesky", "Wash your hands.",
                "text.facebook", "Wash your hands. General information, not medical advice.");
        assertThat(screener.screen(new Draft("WELLNESS_GENERAL", texts, List.of(), false, false))).isEmpty();
    }

    @Test
    void noReasonRepeatsWhatWasFound() {
        var drafts = List.of(post("Our patient Zebediah Quux, 93 years old, MRN 99887766, lives at 12 Alder Street."),
                reply("Hi Zebediah, sorry about your experience."));
        drafts.forEach(draft -> assertThat(screener.screen(draft)).isNotEmpty().allSatisfy(finding ->
                assertThat(finding.reason()).doesNotContain("Zebediah", "Quux", "93 ", "99887766", "Alder")));
    }

    @Test
    void missingTextsAndKindsAreNoReasonToFail() {
        var texts = new HashMap<String, String>();
        texts.put("text.bluesky", null);
        assertThat(screener.screen(new Draft(null, texts, List.of(), false, false))).isEmpty();
        assertThat(screener.version()).isEqualTo("rules-1+codes-1");
    }

    @Test
    void aTextLongerThanAnyChannelTakesIsNotPassedInSilence() {
        var text = "word ".repeat(14_000) + "123-45-6789";
        assertThat(screener.screen(post(text))).extracting(Finding::rule).containsExactly("text-too-long");
    }

    private Finding only(Draft draft, String rule) {
        return screener.screen(draft).stream().filter(finding -> finding.rule().equals(rule)).findFirst().orElseThrow();
    }

    private List<String> codes(Draft draft) {
        return screener.screen(draft).stream().map(Finding::code).toList();
    }

    private static Draft post(String text) {
        return new Draft("EVENT", Map.of("text.bluesky", text), List.of(), false, false);
    }

    private static Draft reply(String text) {
        return new Draft("REPLY_FREE", Map.of("text.bluesky", text), List.of(), true, false);
    }
}
