package org.countersign.oversight;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuarterTest {

    @Test
    void beginsAndEndsInTheZoneOfTheOrganization() {
        Period fourth = Quarter.parse("2026-Q4").period(ZoneId.of("America/New_York"));

        assertThat(fourth.from()).isEqualTo(Instant.parse("2026-10-01T04:00:00Z"));
        assertThat(fourth.to()).isEqualTo(Instant.parse("2027-01-01T05:00:00Z"));
        assertThat(fourth.label()).isEqualTo("Q4 2026");
    }

    @Test
    void followsAndPrecedes() {
        assertThat(Quarter.of(LocalDate.of(2026, 3, 31))).isEqualTo(new Quarter(2026, 1));
        assertThat(Quarter.of(LocalDate.of(2026, 4, 1))).isEqualTo(new Quarter(2026, 2));
        assertThat(new Quarter(2026, 1).previous()).isEqualTo(new Quarter(2025, 4)).hasToString("2025-Q4");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "2026", "2026-Q5", "2026-Q0", "26-Q1", "Q1 2026"})
    void somethingElseIsNoQuarter(String text) {
        assertThatThrownBy(() -> Quarter.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-Q4");
    }
}
