package org.countersign.account;

import org.countersign.database.DatabaseOrigin;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Two accounts that a person posts to by hand, so that the first post of the demonstration needs no network. Only in the
 * database that the application brought with it, and only while there is no account at all.
 */
@Component
class DemonstrationAccounts implements SmartInitializingSingleton {

    private static final String SEEDED_BY = "system";

    private final Accounts accounts;
    private final DatabaseOrigin origin;

    DemonstrationAccounts(Accounts accounts, DatabaseOrigin origin) {
        this.accounts = accounts;
        this.origin = origin;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (origin.embedded() && accounts.all().isEmpty()) {
            accounts.save(byHand("facebook-main", Channel.FACEBOOK, "harborvalehospital"), null, SEEDED_BY);
            accounts.save(byHand("linkedin-main", Channel.LINKEDIN, "harbor-vale-hospital"), null, SEEDED_BY);
        }
    }

    private static Account byHand(String id, Channel channel, String handle) {
        return new Account(id, channel, Account.MANUAL, "Harbor Vale Hospital", handle, null, true);
    }
}
