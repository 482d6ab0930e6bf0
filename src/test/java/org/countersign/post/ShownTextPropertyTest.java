package org.countersign.post;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.countersign.post.ShownText.Mark;
import org.countersign.post.ShownText.Piece;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ShownTextPropertyTest {

    @Property
    void thePiecesAreTheTextAndEveryMarkThatHasAPlaceEndsOnce(@ForAll String text,
            @ForAll @Size(max = 6) List<@IntRange(min = -1, max = 40) Integer> places) {
        String linked = text + " https://example.org/a. ";
        List<Mark> marks = IntStream.range(0, places.size() / 2)
                .mapToObj(i -> new Mark(places.get(2 * i), places.get(2 * i + 1), i, "review")).toList();
        List<Mark> placed = marks.stream()
                .filter(mark -> mark.start() >= 0 && mark.start() < mark.end() && mark.end() <= linked.length()).toList();

        List<Piece> pieces = ShownText.of(linked, marks);

        assertThat(pieces.stream().map(Piece::text).collect(Collectors.joining())).isEqualTo(linked);
        assertThat(pieces.stream().flatMap(piece -> piece.ended().stream()).toList()).containsExactlyInAnyOrderElementsOf(placed);
        placed.forEach(mark -> assertThat(pieces.stream().filter(piece -> piece.marks().contains(mark)).map(Piece::text)
                .collect(Collectors.joining())).isEqualTo(linked.substring(mark.start(), mark.end())));
    }

    @Test
    void aFullStopAfterAnAddressIsNotPartOfIt() {
        assertThat(ShownText.of("See https://example.org/a?b=c.", List.of())).extracting(Piece::link)
                .containsExactly(null, "https://example.org/a?b=c", null);
    }

    @Test
    void onlyWebAddressesBecomeLinks() {
        assertThat(ShownText.of("javascript:alert(1) data:text/html,x", List.of())).extracting(Piece::link).containsOnlyNulls();
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(ShownText.of("", List.of(new Mark(0, 1, 1, "warn")))).isEmpty();
    }
}
