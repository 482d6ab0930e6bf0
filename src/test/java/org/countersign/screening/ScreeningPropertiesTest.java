package org.countersign.screening;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every text. */
class ScreeningPropertiesTest {

    private static final RuleScreener SCREENER = new RuleScreener();

    @Property(tries = 400)
    void anyTextIsScreenedAndSpansLieInsideIt(@ForAll("anyTexts") String text, @ForAll boolean reply) {
        assertThat(SCREENER.screen(draft("text.bluesky", text, "", reply))).allSatisfy(finding -> {
            assertThat(finding.start()).isBetween(0, text.length());
            assertThat(finding.end()).isBetween(finding.start() + 1, text.length());
        });
    }

    @Property(tries = 300)
    void moreTextInOneFieldTakesNoFindingFromAnother(@ForAll("posts") String first, @ForAll("posts") String second,
                                                    @ForAll("posts") String more, @ForAll boolean reply) {
        var before = inFirst(SCREENER.screen(draft("text.bluesky", first, second, reply)));
        var after = inFirst(SCREENER.screen(draft("text.bluesky", first, second + " " + more, reply)));
        assertThat(after).isEqualTo(before);
    }

    @Property(tries = 300)
    void anIdentifierIsFoundWhereverItStands(@ForAll("posts") String before, @ForAll("posts") String after) {
        var text = before + "\n123-45-6789\n" + after;
        assertThat(SCREENER.screen(draft("text.bluesky", text, "", false))).extracting(Finding::rule)
                .contains("social-security-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-", "a@a.", "a@", "1.1.1.", "aaaaaaaaaa ", "Mr. A ", "patient ", "our patient ", "(((",
        "your ", "free review get ", "555-201-4477 ", "take a ", "sorry about ", "x", "1/1/", "#", "https://a.",
        "9 9 9 ", "the best in the "})
    void hostileTextsTakeLinearTime(String brick) {
        var text = brick.repeat(10_000 / brick.length() + 1);
        var cpu = ManagementFactory.getThreadMXBean();
        SCREENER.screen(draft("text.bluesky", text, "", true));
        long start = cpu.getCurrentThreadCpuTime();
        SCREENER.screen(draft("text.bluesky", text, "", true));
        assertThat(Duration.ofNanos(cpu.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void theSameThousandFindingsAreNotAThousandRows() {
        var text = "123-45-6789 ".repeat(1000);
        assertThat(SCREENER.screen(draft("text.bluesky", text, "", false))).hasSizeBetween(1, 60);
    }

    @Provide
    Arbitrary<String> anyTexts() {
        return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(300), posts());
    }

    @Provide
    Arbitrary<String> posts() {
        return Arbitraries.of("our patient", "Mrs. Delgado", "82", ",", ".", "room 412", "555-201-4477", "March 3", "Hi Karen",
                "take", "ibuprofen", "123-45-6789", "your visit", "😀", "free", "gift card", "review", "get", "93-year-old",
                "hospital", "call", "jo@mail.example", "@", "\n", "in the state", "best").list().ofMaxSize(12)
                .map(words -> String.join(" ", words));
    }

    private static List<Finding> inFirst(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.field().equals("text.bluesky")).toList();
    }

    private static Draft draft(String field, String text, String other, boolean reply) {
        return new Draft("EVENT", Map.of(field, text, "text.facebook", other), List.of(), reply, false);
    }
}
