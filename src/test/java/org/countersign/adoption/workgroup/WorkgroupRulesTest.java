package org.countersign.adoption.workgroup;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

import java.time.Period;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.countersign.people.Role.CLINICAL;
import static org.countersign.people.Role.COMPLIANCE;
import static org.countersign.people.Role.HR;
import static org.countersign.people.Role.LEGAL;
import static org.countersign.people.Role.MARKETING;
import static org.countersign.people.Role.MEDIA;
import static org.countersign.people.Role.PRIVACY;
import static org.countersign.people.Role.RISK;
import static org.countersign.people.Role.SECURITY;

/** The charter as it is shipped. */
class WorkgroupRulesTest {

    private final WorkgroupRules charter = new WorkgroupRules(new ClassPathResource("adoption/workgroup.yaml"));

    @Test
    void aMeetingDecidesWithTwoThirdsOfTheSeatsAmongThemLegalAndPrivacy() {
        assertThat(charter.seats()).hasSize(8);
        assertThat(charter.quorum()).isEqualTo(6);
        assertThat(charter.quorate(List.of(LEGAL, PRIVACY, COMPLIANCE, MARKETING, CLINICAL, RISK))).isTrue();
        assertThat(charter.quorate(List.of(LEGAL, PRIVACY, COMPLIANCE, MARKETING, CLINICAL))).as("five of eight").isFalse();
        assertThat(charter.quorate(List.of(LEGAL, COMPLIANCE, MARKETING, CLINICAL, RISK, HR, SECURITY)))
                .as("without privacy").isFalse();
        assertThat(charter.quorate(List.of(LEGAL, PRIVACY, COMPLIANCE, MARKETING, CLINICAL, MEDIA)))
                .as("media has no seat").isFalse();
    }

    @Test
    void theRhythmSlowsDownOnceExecutivesWereFedBackTo() {
        assertThat(charter.rhythm(false)).isEqualTo(Period.ofMonths(1));
        assertThat(charter.rhythm(true)).isEqualTo(Period.ofMonths(3));
    }

    @Test
    void onlySeatsWithAVetoAreIndispensable() {
        assertThat(charter.seats()).filteredOn(charter::indispensable).containsExactly(LEGAL, PRIVACY);
        assertThat(charter.qualification(CLINICAL)).contains("States of licensure");
        assertThat(charter.qualification(HR)).isEmpty();
    }

    @Test
    void aRoleThatDoesNotExistStopsTheStart() {
        assertThatIllegalStateException().isThrownBy(() -> rules("[legal, wizard]", "[legal]"))
                .withMessage("There is no role wizard");
        assertThatIllegalStateException().isThrownBy(() -> rules("[legal]", "[legal, privacy]"))
                .withMessageContaining("every indispensable seat");
    }

    private static WorkgroupRules rules(String seats, String indispensable) {
        return new WorkgroupRules(new ByteArrayResource(("""
                version: "1"
                source: test
                checked: 2026-01-01
                seats: %s
                indispensable: %s
                qualifications: {}
                quorum: {seats: 2, of: 3}
                rhythm: {untilFeedback: P1M, afterwards: P3M}
                lapse: {vacantDays: 30, missedMeetings: 2}
                """).formatted(seats, indispensable).getBytes(UTF_8)));
    }
}
