package org.countersign.post;

import org.countersign.account.Channel;

/**
 * The text as a channel gets it: what was written, and below it the links that are not in it.
 */
public final class ChannelText {

    private ChannelText() {
    }

    /** Empty when nothing was written for the channel and there are no links. */
    public static String of(PostContent content, Channel channel) {
        StringBuilder text = new StringBuilder(content.texts().getOrDefault(channel, "").strip());
        for (String link : content.links()) {
            if (text.indexOf(link) < 0) {
                text.append(text.isEmpty() ? "" : "\n").append(link);
            }
        }
        return text.toString();
    }
}
