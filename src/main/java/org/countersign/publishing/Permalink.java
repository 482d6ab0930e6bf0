package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.account.ServerAddress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/**
 * The address of a post as a person copied it. It is shown as a link later, so it must lead to the account's network.
 */
final class Permalink {

    private static final int LONGEST = 2_000;

    private Permalink() {
    }

    /** @throws IllegalArgumentException with a sentence for people; it does not repeat what was typed */
    static URI of(String typed, Account account) {
        URI address;
        try {
            address = new URI(typed == null ? "" : typed.strip());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("This is not a web address. Copy it from the browser, beginning with https://.");
        }
        if (address.getHost() == null || address.getRawUserInfo() != null || address.toString().length() > LONGEST
                || !ServerAddress.secure(address)) {
            throw new IllegalArgumentException("Copy the whole address of the post from the browser, beginning with https://.");
        }
        if (address.getRawPath().length() < 2 && address.getRawQuery() == null) {
            throw new IllegalArgumentException("This is the address of a site, not of a post.");
        }
        List<String> hosts = hosts(account);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        if (!hosts.isEmpty() && hosts.stream().noneMatch(known -> host.equals(known) || host.endsWith("." + known))) {
            throw new IllegalArgumentException("This address is not on " + account.channel().label()
                    + " (" + hosts.get(0) + ").");
        }
        return address;
    }

    private static List<String> hosts(Account account) {
        String server = account.server() == null ? null : account.server().getHost().toLowerCase(Locale.ROOT);
        return switch (account.channel()) {
            case LINKEDIN -> List.of("linkedin.com");
            case FACEBOOK -> List.of("facebook.com", "fb.com", "fb.watch");
            case BLUESKY -> server == null ? List.of("bsky.app") : List.of("bsky.app", server);
            case MASTODON -> server != null ? List.of(server) : ofHandle(account.handle());
        };
    }

    /** The server in a handle such as {@code @harborvale@mastodon.example}; none when the handle does not tell. */
    private static List<String> ofHandle(String handle) {
        int at = handle == null ? -1 : handle.lastIndexOf('@');
        return at < 1 ? List.of() : List.of(handle.substring(at + 1).toLowerCase(Locale.ROOT));
    }
}
