package org.countersign.publishing;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.countersign.publishing.DeliveryState.LATE;
import static org.countersign.publishing.DeliveryState.NEEDS_PERSON;
import static org.countersign.publishing.DeliveryState.NOT_POSTED;
import static org.countersign.publishing.DeliveryState.POSTED_BY_HAND;
import static org.countersign.publishing.DeliveryState.READY;
import static org.countersign.publishing.DeliveryState.REFUSED;
import static org.countersign.publishing.DeliveryState.SENDING;
import static org.countersign.publishing.DeliveryState.SENT;
import static org.countersign.publishing.DeliveryState.UNKNOWN;

class DeliveryStateTest {

    private static final Map<DeliveryState, Set<DeliveryState>> LEGAL = new EnumMap<>(Map.of(
            READY, Set.of(SENDING, LATE, REFUSED, POSTED_BY_HAND, NOT_POSTED),
            SENDING, Set.of(SENT, REFUSED, READY, UNKNOWN),
            UNKNOWN, Set.of(SENT, READY, NEEDS_PERSON),
            REFUSED, Set.of(READY, NOT_POSTED),
            NEEDS_PERSON, Set.of(POSTED_BY_HAND, READY, NOT_POSTED)));

    @Test
    void onlyTheDrawnTransitionsAreLegal() {
        for (DeliveryState from : DeliveryState.values()) {
            Set<DeliveryState> next = EnumSet.noneOf(DeliveryState.class);
            Arrays.stream(DeliveryState.values()).filter(from::mayBecome).forEach(next::add);
            assertThat(next).as(from.name()).isEqualTo(LEGAL.getOrDefault(from, Set.of()));
        }
    }

    @Test
    void whatIsSettledIsOnlineOrFinallyNot() {
        assertThat(Arrays.stream(DeliveryState.values()).filter(DeliveryState::settled))
                .containsExactlyInAnyOrder(SENT, POSTED_BY_HAND, NOT_POSTED, LATE);
    }

    @Property
    void aPublicationIsPublishedOnlyWhenEveryDeliveryIsOnline(@ForAll List<DeliveryState> states) {
        PublicationOutcome outcome = PublicationOutcome.of(states);
        boolean any = states.stream().anyMatch(DeliveryState::online);
        assertThat(outcome == PublicationOutcome.PUBLISHED)
                .isEqualTo(any && states.stream().allMatch(DeliveryState::online));
        assertThat(outcome == PublicationOutcome.LATE).isEqualTo(!any && states.contains(LATE));
        assertThat(outcome == PublicationOutcome.NOT_PUBLISHED).isEqualTo(!any && !states.contains(LATE));
    }
}
