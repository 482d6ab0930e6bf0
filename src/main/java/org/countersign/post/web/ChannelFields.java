package org.countersign.post.web;

import org.countersign.account.Account;
import org.countersign.account.Channel;

import java.util.List;

/**
 * What the page asks about one channel: which accounts, and which text.
 *
 * @param count what the text with the links counts on this network
 */
public record ChannelFields(Channel channel, List<Account> accounts, String text, int count, int limit, boolean fits) {

    /** {@code 212 / 300} */
    public String counted() {
        return "%,d / %,d".formatted(count, limit);
    }

    /** What to say when the text is too long; empty when it fits. */
    public String excess() {
        if (fits) {
            return "";
        }
        return count > limit ? "%,d too many".formatted(count - limit) : "Too long in bytes";
    }
}
