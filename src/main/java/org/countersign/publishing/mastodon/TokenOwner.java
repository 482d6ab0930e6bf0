package org.countersign.publishing.mastodon;

import org.countersign.account.Account;
import org.countersign.publishing.connector.Answer;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Wire;
import org.countersign.publishing.connector.WireBroken;

import java.net.URI;
import java.util.Locale;

/**
 * Whose token it is. A token of another account on the same server would carry a post to where nobody approved it, so the
 * server is asked before anything is sent.
 */
final class TokenOwner {

    private TokenOwner() {
    }

    /** The server's answer about the account of the token, with {@code id} and {@code acct}. */
    static Answer ask(Wire wire, Account account, String token) throws WireBroken {
        return wire.get(URI.create(account.server() + "/api/v1/accounts/verify_credentials"), token);
    }

    /** Whether the token belongs to the account that posts were approved for. */
    static boolean matches(Answer self, Account account) {
        return self.text("/acct") != null && localName(self.text("/acct")).equals(localName(account.handle()));
    }

    static Refused stranger(Account account) {
        return new Refused(200, "The access token belongs to another account than " + account.handle() + ".",
                "Have a token of " + account.handle() + " entered under Accounts, then try again.");
    }

    /** {@code hospital} of {@code @Hospital@social.example}: the server is known, and names differ in no letter's case. */
    private static String localName(String handle) {
        String name = handle.startsWith("@") ? handle.substring(1) : handle;
        int server = name.indexOf('@');
        return (server < 0 ? name : name.substring(0, server)).toLowerCase(Locale.ROOT);
    }
}
