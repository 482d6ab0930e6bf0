package org.countersign.screening;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What the first screener finds in the 35 labelled drafts, what it spares, and what it cannot see yet. */
class LabelledDraftsTest {

    record Labelled(String id, String kind, String text, String altText, List<String> expect, List<String> blind,
                    boolean silent, boolean clean) {

        List<Finding> findings() {
            var texts = new HashMap<String, String>();
            texts.put("text.facebook", text);
            var pictures = new ArrayList<Draft.Picture>();
            if (altText != null) {
                texts.put("media.0.altText", altText);
                pictures.add(new Draft.Picture(altText, null));
            }
            return SCREENER.screen(new Draft(kind, texts, pictures, kind.startsWith("REPLY_"), false));
        }

        List<String> codes() {
            return findings().stream().map(Finding::code).distinct().toList();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private static final RuleScreener SCREENER = new RuleScreener();

    static List<Labelled> drafts() {
        return List.of(YamlTable.read("screening/labelled-drafts.yaml", Labelled[].class));
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void findsWhatItCanSeeAndNotWhatItIsBlindTo(Labelled draft) {
        var blind = draft.blind() == null ? List.<String>of() : draft.blind();
        var visible = new ArrayList<>(draft.expect());
        visible.removeAll(blind);
        var found = draft.codes();
        assertThat(found.containsAll(visible)).as("%s finds %s of %s", draft, found, visible).isTrue();
        assertThat(found.stream().filter(blind::contains)).as("no longer out of sight in %s", draft).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drafts")
    void sparesWhatIsInnocent(Labelled draft) {
        if (draft.silent()) {
            assertThat(draft.codes()).isEmpty();
        }
        if (draft.clean()) {
            assertThat(draft.findings()).extracting(Finding::severity).doesNotContain(Severity.BLOCK);
        }
    }

    static List<String> innocentPosts() throws IOException {
        try (var lines = LabelledDraftsTest.class.getResourceAsStream("/screening/innocent-posts.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("innocentPosts")
    void blocksNoInnocentPost(String line) {
        boolean reply = line.startsWith("reply: ");
        var text = reply ? line.substring(7) : line;
        assertThat(SCREENER.screen(new Draft("EVENT", Map.of("text.facebook", text), List.of(), reply, false)))
                .extracting(Finding::severity).doesNotContain(Severity.BLOCK);
    }

    @Test
    void allThirtyFiveDraftsAreThere() {
        assertThat(drafts()).hasSize(35).extracting(Labelled::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsOutOfSightAreRecordsPicturesAndFalsehoods() {
        assertThat(drafts().stream().filter(draft -> draft.blind() != null).flatMap(draft -> draft.blind().stream()))
                .hasSize(16).doesNotContain("P2", "P3", "M1", "T4", "F4");
    }
}
