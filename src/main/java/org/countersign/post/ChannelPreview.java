package org.countersign.post;

import org.countersign.account.Account;
import org.countersign.account.Channel;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a post will look on a channel.
 *
 * @param accounts the accounts of this channel that it is addressed to
 * @param parts    the text with the links that readers can follow
 * @param count    what the text counts on this network
 * @param fits     whether the network would take the text
 */
public record ChannelPreview(Channel channel, List<Account> accounts, List<Part> parts, int count, int limit, boolean fits) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUNCTUATION_AT_END = Pattern.compile("[.,;:!?)\\]']+$");

    /**
     * A piece of the text.
     *
     * @param href where it leads, a web address; null for plain text
     */
    public record Part(String text, String href) {
    }

    static ChannelPreview of(PostContent content, Channel channel, List<Account> accounts, ChannelRules rules) {
        String text = ChannelText.of(content, channel);
        return new ChannelPreview(channel, accounts, parts(text), rules.count(text), rules.limit(), rules.fits(text));
    }

    /** How many units are left; negative when the text is too long. */
    public int remaining() {
        return limit - count;
    }

    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            String address = PUNCTUATION_AT_END.matcher(link.group()).replaceFirst("");
            if (webAddress(address)) {
                plain(text.substring(end, link.start()), parts);
                parts.add(new Part(address, address));
                end = link.start() + address.length();
            }
        }
        plain(text.substring(end), parts);
        return parts;
    }

    private static void plain(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, null));
        }
    }

    private static boolean webAddress(String address) {
        try {
            return URI.create(address).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
