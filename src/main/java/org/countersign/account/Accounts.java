package org.countersign.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The inventory of social accounts.
 */
public interface Accounts {

    Optional<Account> find(String id);

    /** Accounts that posts may be addressed to, ordered by channel and name. */
    List<Account> active();

    /** When the account was connected for the first time; empty when there is none. */
    Optional<Instant> connectedAt(String id);

    /** Every account, those that are active first. */
    List<Account> all();

    /**
     * The secret of an account (app password or access token), decrypted for one call to the network.
     *
     * @throws java.util.NoSuchElementException when there is no such account or it has no secret
     */
    String secret(String id);

    /** Adds or replaces an account; the secret (null for a manual account) is stored encrypted. */
    void save(Account account, String secret, String byUserId);

    /** Takes an account out of use. It stays in the inventory, because deliveries and records name it. */
    void deactivate(String id, String byUserId);
}
