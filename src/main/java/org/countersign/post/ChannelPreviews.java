package org.countersign.post;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a post will look on each channel it is addressed to.
 */
@Component
public class ChannelPreviews {

    private final Accounts accounts;
    private final ChannelRulebook rulebook;

    ChannelPreviews(Accounts accounts, ChannelRulebook rulebook) {
        this.accounts = accounts;
        this.rulebook = rulebook;
    }

    /** One preview for each channel of a chosen account, in the order of channels; unknown accounts are left out. */
    public List<ChannelPreview> of(PostContent content) {
        Map<Channel, List<Account>> chosen = accounts.all().stream()
                .filter(account -> content.accounts().contains(account.id()))
                .collect(Collectors.groupingBy(Account::channel, () -> new EnumMap<>(Channel.class), Collectors.toList()));
        return Arrays.stream(Channel.values()).filter(chosen::containsKey)
                .map(channel -> ChannelPreview.of(content, channel, chosen.get(channel), rulebook.of(channel))).toList();
    }
}
