package org.countersign.account;

import org.countersign.people.Entity;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What an administrator typed about an account.
 *
 * @param id     id of the account that is changed; blank for a new one
 * @param entity id of the legal entity that speaks through it; blank for the one that exists from the start
 * @param secret app password or access token; never shown again
 */
record AccountForm(String id, Channel channel, String entity, String name, String handle, String server, String secret) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECRET = 4_000;
    private static final String ANOTHER = " Add another account and take this one out of use.";
    private static final String BLUESKY = "https://bsky.social";

    static AccountForm empty() {
        return new AccountForm("", Channel.BLUESKY, Entity.FIRST, "", "", "", "");
    }

    static AccountForm of(Account account) {
        return new AccountForm(account.id(), account.channel(), account.entity(), account.name(), account.handle(),
                account.server() == null ? "" : account.server().toString(), "");
    }

    /** LinkedIn and Facebook are posted to by hand. */
    String connector() {
        return channel == Channel.BLUESKY || channel == Channel.MASTODON
                ? channel.name().toLowerCase(Locale.ROOT) : Account.MANUAL;
    }

    boolean manual() {
        return Account.MANUAL.equals(connector());
    }

    public boolean fresh() {
        return id == null || id.isBlank();
    }

    /** What must be mended, by field, as sentences for people. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (channel == null) {
            problems.put("channel", "Choose a network.");
            return problems;
        }
        if (missing(name, LONGEST_NAME)) {
            problems.put("name", "Give the account a name of at most 200 characters.");
        }
        if (missing(handle, LONGEST_NAME) || handle.strip().chars().anyMatch(c -> c <= ' ')) {
            problems.put("handle", "Enter the account's name on the network, without blanks.");
        }
        if (!manual()) {
            try {
                address();
            } catch (IllegalArgumentException e) {
                problems.put("server", e.getMessage());
            }
            if (missing(secret, LONGEST_SECRET) || !secret.strip().chars().allMatch(c -> c > ' ' && c < 127)) {
                problems.put("secret", channel == Channel.BLUESKY
                        ? "Enter an app password. It is made in Bluesky under Settings, Privacy and security, App passwords."
                        : "Enter an access token. It is made in Mastodon under Preferences, Development.");
            }
        }
        return problems;
    }

    /**
     * What would make the account lead somewhere else, by field. Versions name accounts by their id: an account that led
     * elsewhere after the approval would carry the post to where nobody approved it.
     */
    Map<String, String> redirections(Account before) {
        Account after = account(before.id());
        Map<String, String> redirections = new LinkedHashMap<>();
        if (before.channel() != after.channel()) {
            redirections.put("channel", "An account stays on its network." + ANOTHER);
        }
        if (!before.entity().equals(after.entity())) {
            redirections.put("entity", "An account stays with its legal entity, because that one's program counts." + ANOTHER);
        }
        if (!before.handle().equals(after.handle())) {
            redirections.put("handle", "An account keeps its name on the network, because posts were approved for it." + ANOTHER);
        }
        if (!Objects.equals(before.server(), after.server())) {
            redirections.put("server", "An account stays on its server, because posts were approved for it." + ANOTHER);
        }
        return redirections;
    }

    /** @param id the id of a new account; a changed one keeps its own */
    Account account(String id) {
        return new Account(fresh() ? id : this.id, channel, connector(), name.strip(), handle.strip(),
                manual() ? null : address(), true, entity == null || entity.isBlank() ? Entity.FIRST : entity);
    }

    String keptSecret() {
        return manual() ? null : secret.strip();
    }

    /** An id that tells what the account is: {@code bluesky-harborvale}. */
    String suggestedId() {
        String words = handle.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String id = channel.name().toLowerCase(Locale.ROOT) + (words.isEmpty() ? "" : "-" + words);
        return id.length() > 50 ? id.substring(0, 50).replaceAll("-+$", "") : id;
    }

    private URI address() {
        return ServerAddress.of(channel == Channel.BLUESKY && (server == null || server.isBlank()) ? BLUESKY : server);
    }

    private static boolean missing(String text, int most) {
        return text == null || text.isBlank() || text.length() > most;
    }
}
