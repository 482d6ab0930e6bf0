package org.countersign.post;

import org.countersign.account.Account;
import org.countersign.account.Channel;

import java.util.List;

/**
 * A post as one channel will show it.
 *
 * @param accounts the accounts of the channel that it goes to
 * @param text     what is said, without markup
 * @param pieces   the same text cut at links and marked places
 * @param count    what the text counts on this channel
 * @param fits     whether the channel takes the text
 * @param pictures in their order, with the words that stand for them
 */
public record ChannelPreview(Channel channel, List<Account> accounts, String text, List<ShownText.Piece> pieces, int count,
                             int limit, boolean fits, List<MediaItem> pictures) {
}
