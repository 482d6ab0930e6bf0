package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.ledger.Actor;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What people decide about a delivery. Free text goes into the record of evidence and nowhere else.
 */
@Service
public class HandDecisions {

    private final DeliveryTable table;
    private final Posts posts;
    private final Accounts accounts;
    private final DeliveryRecord record;
    private final Clock clock;

    HandDecisions(DeliveryTable table, Posts posts, Accounts accounts, DeliveryRecord record, Clock clock) {
        this.table = table;
        this.posts = posts;
        this.accounts = accounts;
        this.record = record;
        this.clock = clock;
    }

    /**
     * A person posted it by hand, or found it on the network. Accepted also outside the window, because it is the truth;
     * the record says so then.
     *
     * @throws IllegalArgumentException with a sentence for people when this is no address of a post on this network
     */
    @Transactional
    public void online(UUID deliveryId, String userId, String permalink) {
        Delivery delivery = table.lock(deliveryId);
        Account account = accounts.find(delivery.accountId()).orElseThrow();
        URI address = Permalink.of(permalink, account);
        PostVersion version = posts.version(delivery.postId(), delivery.versionNumber()).orElseThrow();
        boolean inTime = version.content().schedule().includes(clock.instant());
        change(delivery.in(DeliveryState.POSTED_BY_HAND).at(delivery.remoteId(), address.toString()),
                "delivery.posted-by-hand", userId, Map.of("withinWindow", inTime));
    }

    /** It is not on the network and shall not be. */
    @Transactional
    public void notPosted(UUID deliveryId, String userId, String reason) {
        change(table.lock(deliveryId).in(DeliveryState.NOT_POSTED), "delivery.not-posted", userId,
                reason == null ? Map.of() : Map.of("reason", reason));
    }

    /** It is not on the network and shall be sent again; the counters begin anew. */
    @Transactional
    public void again(UUID deliveryId, String userId) {
        Delivery delivery = table.lock(deliveryId);
        change(delivery.in(DeliveryState.READY).because(null, null).counting(delivery.fence(), 0, 0),
                "delivery.ordered-again", userId, Map.of());
    }

    private void change(Delivery delivery, String kind, String userId, Map<String, ?> more) {
        table.write(delivery);
        record.append(kind, delivery, Actor.staff(userId), List.of(), more);
    }
}
