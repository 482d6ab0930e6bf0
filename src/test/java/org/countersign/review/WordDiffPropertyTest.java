package org.countersign.review;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.review.WordDiff.Change;
import org.countersign.review.WordDiff.Piece;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffPropertyTest {

    @Property
    void withoutWhatWasAddedItIsTheOldTextAndWithoutWhatWasRemovedTheNew(@ForAll("texts") String before,
                                                                         @ForAll("texts") String after) {
        List<Piece> pieces = WordDiff.between(before, after);

        assertThat(without(pieces, Change.ADDED)).isEqualTo(before);
        assertThat(without(pieces, Change.REMOVED)).isEqualTo(after);
    }

    @Property
    void neighborsAreOfDifferentKindsAndRemovedStandsBeforeAdded(@ForAll("texts") String before,
                                                                @ForAll("texts") String after) {
        List<Piece> pieces = WordDiff.between(before, after);
        for (int i = 1; i < pieces.size(); i++) {
            assertThat(pieces.get(i - 1).change()).isNotEqualTo(pieces.get(i).change());
            assertThat(pieces.get(i - 1).change() == Change.ADDED && pieces.get(i).change() == Change.REMOVED).isFalse();
        }
    }

    @Property
    void aTextDoesNotDifferFromItself(@ForAll("texts") String text) {
        assertThat(WordDiff.between(text, text)).allMatch(piece -> piece.change() == Change.SAME);
    }

    @Test
    void showsTheWordsThatWereReplaced() {
        assertThat(WordDiff.between("We were ranked first in the county.", "We were ranked second in the whole county."))
                .containsExactly(new Piece(Change.SAME, "We were ranked "), new Piece(Change.REMOVED, "first"),
                        new Piece(Change.ADDED, "second"), new Piece(Change.SAME, " in the"),
                        new Piece(Change.ADDED, " whole"), new Piece(Change.SAME, " county."));
    }

    @Test
    void wordsThatWereReplacedTogetherStayTogether() {
        assertThat(WordDiff.between("Ask your nurse today", "Call our doctor today")).containsExactly(
                new Piece(Change.REMOVED, "Ask your nurse"), new Piece(Change.ADDED, "Call our doctor"),
                new Piece(Change.SAME, " today"));
    }

    @Test
    void longTextsWithoutAWordInCommonAreReplacedAtOnce() {
        assertThat(WordDiff.between("a ".repeat(30_000) + "a", "b ".repeat(30_000) + "b")).extracting(Piece::change)
                .containsExactly(Change.REMOVED, Change.ADDED);
    }

    /** Few words, so that texts have much in common; white space of all kinds. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("care", "of", "us", " ", "  ", "\n", "\t", ".", "é", "👩‍⚕️").list().ofMaxSize(14)
                .map(words -> String.join("", words));
    }

    private static String without(List<Piece> pieces, Change change) {
        return pieces.stream().filter(piece -> piece.change() != change).map(Piece::text).collect(Collectors.joining());
    }
}
