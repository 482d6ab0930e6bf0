package org.countersign.publishing;

import org.countersign.account.Channel;
import org.countersign.post.PostContent;

/**
 * The words that go out on a channel: the text that was approved for it and, each on a line of its own, the links that
 * the text does not show.
 */
final class MessageText {

    private MessageText() {
    }

    /** Null when nothing was approved for this channel. */
    static String of(PostContent content, Channel channel) {
        String text = content.texts().get(channel);
        if (text == null) {
            return null;
        }
        StringBuilder message = new StringBuilder(text);
        for (String link : content.links()) {
            if (message.indexOf(link) < 0) {
                message.append(message.isEmpty() ? "" : "\n").append(link);
            }
        }
        return message.toString();
    }
}
