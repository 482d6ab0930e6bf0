package org.countersign.post;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows a post as the networks will: for {@code post/preview.html}.
 */
@Component
public class Previews {

    private final Accounts accounts;
    private final ChannelRulebook rulebook;

    Previews(Accounts accounts, ChannelRulebook rulebook) {
        this.accounts = accounts;
        this.rulebook = rulebook;
    }

    /** One preview for each channel that the post goes to or has a text for. */
    public List<ChannelPreview> of(PostContent content) {
        return of(content, Map.of());
    }

    /** @param marks places to underline, by channel, in the text as {@link ChannelText} gives it */
    public List<ChannelPreview> of(PostContent content, Map<Channel, List<ShownText.Mark>> marks) {
        List<Account> targets = content.accounts().stream().map(accounts::find).flatMap(Optional::stream).toList();
        return Arrays.stream(Channel.values())
                .filter(channel -> content.texts().containsKey(channel)
                        || targets.stream().anyMatch(account -> account.channel() == channel))
                .map(channel -> preview(content, channel, targets, marks.getOrDefault(channel, List.of()))).toList();
    }

    private ChannelPreview preview(PostContent content, Channel channel, List<Account> targets,
                                   List<ShownText.Mark> marks) {
        String text = ChannelText.of(content, channel);
        ChannelRules rules = rulebook.of(channel);
        return new ChannelPreview(channel, targets.stream().filter(account -> account.channel() == channel).toList(), text,
                ShownText.of(text, marks), rules.count(text), rules.limit(), rules.fits(text), content.media());
    }
}
