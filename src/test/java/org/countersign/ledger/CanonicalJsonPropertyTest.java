package org.countersign.ledger;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CanonicalJsonPropertyTest {

    @Property
    void theOrderOfKeysDoesNotMatter(@ForAll("objects") Map<String, String> object, @ForAll Random random) {
        List<String> keys = new ArrayList<>(object.keySet());
        Collections.shuffle(keys, random);
        Map<String, String> shuffled = new LinkedHashMap<>();
        keys.forEach(key -> shuffled.put(key, object.get(key)));

        assertThat(CanonicalJson.bytes(Map.of("nested", shuffled))).isEqualTo(CanonicalJson.bytes(Map.of("nested", object)));
    }

    @Property
    void objectsThatDifferHaveDifferentBytes(@ForAll("objects") Map<String, String> one,
                                             @ForAll("objects") Map<String, String> other) {
        assertThat(Arrays.equals(CanonicalJson.bytes(one), CanonicalJson.bytes(other))).isEqualTo(one.equals(other));
    }

    @Property
    void idsOf64BitsStayDifferentFromTheirNeighbors(@ForAll long id) {
        assertThat(CanonicalJson.bytes(Map.of("id", Long.toString(id))))
                .isNotEqualTo(CanonicalJson.bytes(Map.of("id", Long.toString(id + 1))))
                .isEqualTo(("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void halfASurrogatePairIsRefusedWhereverItStands(@ForAll("texts") String before, @ForAll("texts") String after,
                                                     @ForAll @IntRange(min = 0xD800, max = 0xDFFF) int half) {
        String broken = before + (char) half + "|" + after;
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("text", broken))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("in", List.of(Map.of(broken, "key")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAndNothingAreRefused() {
        assertThatThrownBy(() -> CanonicalJson.bytes(Map.of("id", 9007199254740993L)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Long");
        assertThatThrownBy(() -> CanonicalJson.bytes(Collections.singletonMap("id", null)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("null");
    }

    @Provide
    Arbitrary<Map<String, String>> objects() {
        return Arbitraries.maps(texts(), texts()).ofMaxSize(6);
    }

    /** Everything that Unicode has, without halves of pairs. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers().between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list().ofMaxSize(8).map(points -> points.stream().map(Character::toString).reduce("", String::concat));
    }
}
