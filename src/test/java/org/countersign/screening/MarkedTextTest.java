package org.countersign.screening;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.countersign.screening.MarkedText.Segment;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Findings as pages underline them. */
class MarkedTextTest {

    private static final String FIELD = "text.bluesky";

    @Test
    void aTextWithoutFindingsIsOnePlainSegment() {
        assertThat(MarkedText.of(FIELD, "Hello", List.of()).segments()).containsExactly(new Segment("Hello", List.of()));
        assertThat(MarkedText.of(FIELD, "", List.of()).segments()).isEmpty();
    }

    @Test
    void aFindingInTheMiddleMakesThreeSegments() {
        var finding = finding("P1", Severity.BLOCK, 6, 11);
        assertThat(MarkedText.of(FIELD, "Hello world!", List.of(finding)).segments()).containsExactly(
                new Segment("Hello ", List.of()), new Segment("world", List.of(finding)), new Segment("!", List.of()));
    }

    @Test
    void whereFindingsOverlapTheSegmentHasBothAndTheWorstColor() {
        var claim = finding("T3", Severity.REVIEW, 0, 8);
        var block = finding("P3", Severity.BLOCK, 4, 10);
        var segments = MarkedText.of(FIELD, "0123456789", List.of(claim, block)).segments();
        assertThat(segments).extracting(Segment::text).containsExactly("0123", "4567", "89");
        assertThat(segments).extracting(Segment::codes)
                .containsExactly(List.of("T3"), List.of("P3", "T3"), List.of("P3"));
        assertThat(segments.get(1).worst()).contains(Severity.BLOCK);
        assertThat(segments.get(0).worst()).contains(Severity.REVIEW);
    }

    @Test
    void theSameWordsFoundTwiceAreOneSegment() {
        var segments = MarkedText.of(FIELD, "free", List.of(finding("T5", Severity.REVIEW, 0, 4),
                finding("T5", Severity.REVIEW, 0, 4))).segments();
        assertThat(segments).singleElement().satisfies(segment -> assertThat(segment.codes()).containsExactly("T5"));
    }

    @Test
    void findingsOfOtherFieldsAndWithoutAPlaceMarkNothing() {
        var elsewhere = new Finding("P1", Severity.BLOCK, "rule", "1", "media.0.altText", 0, 3, "", "");
        var nowhere = finding("G1", Severity.WARN, -1, -1);
        var beyond = finding("P1", Severity.BLOCK, 2, 99);
        assertThat(MarkedText.of(FIELD, "Hello", List.of(elsewhere, nowhere, beyond)).segments())
                .containsExactly(new Segment("Hello", List.of()));
    }

    @Test
    void whatTheScreenerFindsBehindAnEmojiIsCutExactly() {
        var text = "😀 SSN: 123-45-6789 👩‍⚕️";
        var findings = new RuleScreener().screen(
                new Draft("EVENT", java.util.Map.of(FIELD, text), List.of(), false, false));
        assertThat(MarkedText.of(FIELD, text, findings).segments().stream().filter(Segment::marked).map(Segment::text))
                .containsExactly("123-45-6789");
    }

    @Property
    void theSegmentsTogetherAreTheTextAndEveryFindingIsCoveredExactly(@ForAll @Size(max = 12)
            List<@IntRange(max = 30) Integer> places, @ForAll @Size(min = 30, max = 30) List<Character> signs) {
        var text = signs.stream().map(String::valueOf).collect(Collectors.joining());
        var findings = new java.util.ArrayList<Finding>();
        for (int i = 0; i + 1 < places.size(); i += 2) {
            int start = Math.min(places.get(i), places.get(i + 1));
            int end = Math.max(places.get(i), places.get(i + 1));
            if (start < end) {
                findings.add(finding("C" + i, Severity.values()[i % 3], start, end));
            }
        }
        var segments = MarkedText.of(FIELD, text, findings).segments();
        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining())).isEqualTo(text);
        assertThat(segments).noneMatch(segment -> segment.text().isEmpty());
        findings.forEach(finding -> assertThat(segments.stream().filter(segment -> segment.findings().contains(finding))
                .map(Segment::text).collect(Collectors.joining())).isEqualTo(text.substring(finding.start(), finding.end())));
    }

    private static Finding finding(String code, Severity severity, int start, int end) {
        return new Finding(code, severity, "rule", "1", FIELD, start, end, "reason", "citation");
    }
}
