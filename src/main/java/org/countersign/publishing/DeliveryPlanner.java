package org.countersign.publishing;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Begins and ends the publication of a version.
 */
@Service
public class DeliveryPlanner {

    private final DeliveryTable table;
    private final Posts posts;
    private final Ledger ledger;
    private final Clock clock;

    DeliveryPlanner(DeliveryTable table, Posts posts, Ledger ledger, Clock clock) {
        this.table = table;
        this.posts = posts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes one delivery for each account of the version and moves the post to {@link PostState#PUBLISHING}. A
     * repetition changes nothing.
     *
     * @return the deliveries, ordered by account
     * @throws IllegalStateException when the version was replaced, or the post was withdrawn or rejected
     */
    @Transactional
    public List<Delivery> prepare(UUID postId, int versionNumber) {
        PostState state = posts.lock(postId);
        PostVersion version = posts.currentVersion(postId).filter(current -> current.number() == versionNumber)
                .orElseThrow(() -> new IllegalStateException("Version " + versionNumber + " of post " + postId
                        + " was replaced"));
        if (state == PostState.WITHDRAWN || state == PostState.REJECTED) {
            throw new IllegalStateException("Post " + postId + " is " + state);
        }
        boolean first = table.of(postId, versionNumber).isEmpty();
        if (first) {
            version.content().accounts().stream().distinct().forEach(account -> table.add(fresh(version, account)));
        }
        List<Delivery> deliveries = table.of(postId, versionNumber);
        if (first) {
            posts.enter(postId, PostState.PUBLISHING);
            append(version.postId(), "publication.started", version, Map.of("deliveries", deliveries.stream()
                    .map(delivery -> Map.of("id", delivery.id(), "account", delivery.accountId())).toList()));
        }
        return deliveries;
    }

    /**
     * Moves the post to the state that its deliveries amount to.
     *
     * @throws IllegalStateException when a delivery is still open
     */
    @Transactional
    public PublicationOutcome conclude(UUID postId, int versionNumber) {
        posts.lock(postId);
        List<Delivery> deliveries = table.of(postId, versionNumber);
        deliveries.stream().filter(delivery -> !delivery.state().settled()).findAny().ifPresent(open -> {
            throw new IllegalStateException("Delivery " + open.id() + " is still open: " + open.state());
        });
        PublicationOutcome outcome = PublicationOutcome.of(deliveries.stream().map(Delivery::state).toList());
        posts.enter(postId, outcome.postState());
        append(postId, "publication.concluded", posts.version(postId, versionNumber).orElseThrow(),
                Map.of("outcome", outcome.name(), "deliveries", deliveries.stream().map(delivery -> Map.of("id",
                        delivery.id(), "account", delivery.accountId(), "state", delivery.state().name())).toList()));
        return outcome;
    }

    private Delivery fresh(PostVersion version, String accountId) {
        // The record carries milliseconds, the database microseconds: what is compared later must not differ by rounding.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Delivery(UUID.randomUUID(), version.postId(), version.number(), accountId, version.digest(),
                RecordKey.of(clock.instant(), table.nextClockId()), UUID.randomUUID(), now, DeliveryState.READY, 0, 0, 0,
                null, null, null, null, now);
    }

    private void append(UUID postId, String kind, PostVersion version, Map<String, Object> payload) {
        ledger.append(new LedgerEntry(postId, kind, Actor.SYSTEM, clock.instant(),
                Map.of("version", Integer.toString(version.number()), "digest", version.digest()), payload));
    }
}
