package org.countersign.publishing;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecordKeyTest {

    private static final long YEAR_2100 = 4_102_444_800_000_000L;

    @Test
    void isTheExampleOfTheSpecification() {
        assertThat(RecordKey.of(Instant.EPOCH, 0)).isEqualTo("2222222222222");
        // 3jzfcijpj2z2a of https://atproto.com/specs/tid, read back by hand: 1688137381887007 microseconds, clock id 6
        assertThat(RecordKey.of(Instant.EPOCH.plus(1_688_137_381_887_007L, ChronoUnit.MICROS), 6)).isEqualTo("3jzfcijpj2z2a");
    }

    @Property
    void sortsLikeTheTimesAndIsUniqueWithinAMicrosecond(
            @ForAll @LongRange(max = YEAR_2100) long one, @ForAll @LongRange(max = YEAR_2100) long other,
            @ForAll @IntRange(max = 1023) int id, @ForAll @IntRange(max = 1023) int otherId) {
        String first = RecordKey.of(Instant.EPOCH.plus(one, ChronoUnit.MICROS), id);
        String second = RecordKey.of(Instant.EPOCH.plus(other, ChronoUnit.MICROS), otherId);
        assertThat(first).matches("[2-7a-j][2-7a-z]{12}");
        int expected = one != other ? Long.compare(one, other) : Integer.compare(id, otherId);
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(expected);
    }

    @Test
    void refusesWhatHasNoKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordKey.of(Instant.EPOCH, 1024));
        assertThatIllegalArgumentException().isThrownBy(() -> RecordKey.of(Instant.EPOCH.minusMillis(1), 0));
    }
}
