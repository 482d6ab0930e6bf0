package org.countersign.oversight;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PercentilesTest {

    @Test
    void takesTheNearestRankThatReallyWas() {
        assertThat(of(5).at(50)).isEqualTo(5);
        assertThat(of(5).at(90)).isEqualTo(5);
        assertThat(of(60, 30).at(50)).isEqualTo(30);
        assertThat(of(60, 30).at(90)).isEqualTo(60);
        assertThat(of(IntStream.rangeClosed(1, 10).toArray()).at(90)).isEqualTo(9);
        assertThat(of(IntStream.rangeClosed(1, 11).toArray()).at(90)).isEqualTo(10);
    }

    @Test
    void countsValuesThatCameOften() {
        Percentiles often = of(100);
        often.add(7, 9);
        assertThat(often.at(90)).isEqualTo(7);
        assertThat(often.at(91)).isEqualTo(100);
    }

    @Test
    void nothingHasNone() {
        assertThat(new Percentiles().isEmpty()).isTrue();
        assertThatThrownBy(() -> new Percentiles().at(50)).isInstanceOf(IllegalStateException.class);
    }

    private static Percentiles of(int... values) {
        Percentiles percentiles = new Percentiles();
        IntStream.of(values).forEach(value -> percentiles.add(value, 1));
        return percentiles;
    }
}
