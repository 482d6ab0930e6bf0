package org.countersign.ledger;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

class TimeOrderedIdTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void isAVersion7IdThatHoldsTheMillisecond() {
        UUID id = TimeOrderedId.at(NOON);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void sortsByTimeAsTextAlso() {
        List<String> ids = Stream.of(0, 1, 1000, 86_400_000, 2_000_000_000)
                .map(millis -> TimeOrderedId.at(NOON.plusMillis(millis)).toString()).toList();

        assertThat(ids).isSorted();
    }

    @Test
    void idsOfOneMillisecondDiffer() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(TimeOrderedId.at(NOON));
        }
        assertThat(ids).hasSize(10_000);
    }
}
