package org.countersign.account;

/**
 * A social network. Limits and counting rules are data of the post module, because they change.
 */
public enum Channel {
    BLUESKY("Bluesky"), MASTODON("Mastodon"), LINKEDIN("LinkedIn"), FACEBOOK("Facebook");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
