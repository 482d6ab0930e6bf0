package org.countersign.publishing.connector;

import org.countersign.account.Account;

import java.time.Instant;
import java.util.Set;

/**
 * Speaks with one kind of network. Knows nothing of states, retries or people: it makes the calls once and says what
 * came of them, without ever claiming to know more than the network answered.
 */
public interface Connector {

    /** The word in {@link Account#connector()} that names this connector. */
    String id();

    /**
     * Whether the network files a post under a key of ours, so that sending it twice yields one post. Only then may a post
     * that was not found be sent again without a person.
     */
    boolean naturalKey();

    /**
     * Sends the post. Never throws for what a network or a server does.
     *
     * @param secret app password or access token; must not leave this call
     */
    Answered<Outcome> publish(Dispatch dispatch, Account account, String secret);

    /**
     * Looks whether the post is on the network.
     *
     * @param since when the first attempt began that nobody knows the end of, UTC
     * @param taken remote ids of this account that belong to other deliveries, and are not this one
     */
    Answered<Sighting> readBack(Dispatch dispatch, Account account, String secret, Instant since, Set<String> taken);
}
