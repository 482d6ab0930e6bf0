package org.countersign.review;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.businesstime.OrganizationTime;
import org.countersign.post.ChannelText;
import org.countersign.post.MediaItem;
import org.countersign.post.PostContent;
import org.countersign.post.Schedule;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is different between two versions of a post: everything that the digest covers, in words.
 */
@Component
public class VersionDiff {

    private final Accounts accounts;
    private final OrganizationTime time;

    VersionDiff(Accounts accounts, OrganizationTime time) {
        this.accounts = accounts;
        this.time = time;
    }

    /** One part of the post that changed. */
    public record Part(String label, List<WordDiff.Piece> pieces) {
    }

    /** The parts that differ, in the order of the page; empty when both versions say the same. */
    public List<Part> between(PostContent before, PostContent after) {
        Map<String, String> old = parts(before);
        Map<String, String> now = parts(after);
        Set<String> labels = new LinkedHashSet<>(now.keySet());
        labels.addAll(old.keySet());
        List<Part> changed = new ArrayList<>();
        for (String label : labels) {
            String oldText = old.getOrDefault(label, "");
            String newText = now.getOrDefault(label, "");
            if (!oldText.equals(newText)) {
                changed.add(new Part(label, WordDiff.between(oldText, newText)));
            }
        }
        return changed;
    }

    private Map<String, String> parts(PostContent content) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            if (content.texts().containsKey(channel)) {
                parts.put("Text for " + channel.label(), ChannelText.of(content, channel));
            }
        }
        parts.put("Links", String.join("\n", content.links()));
        for (int i = 0; i < content.media().size(); i++) {
            parts.put("Picture " + (i + 1), picture(content.media().get(i)));
        }
        parts.put("Accounts", content.accounts().stream().map(this::account).collect(Collectors.joining("\n")));
        parts.put("Time to publish", schedule(content.schedule()));
        parts.put("Kind", content.kind().label());
        parts.put("Service line", content.serviceLine().label());
        parts.put("Reach is paid for", yes(content.paid()));
        parts.put("A person who is not staff is shown", yes(content.personShown()));
        parts.put("Touches the news or a death", yes(content.newsLinked()));
        parts.put("A generator helped", yes(content.aiAssisted()));
        return parts;
    }

    /** The digest of the bytes stands for the picture itself: another picture under the same name is a change. */
    private static String picture(MediaItem item) {
        String words = item.decorative() ? "decorative, because: " + item.decorativeReason() : "alt text: " + item.altText();
        String caption = item.caption() == null || item.caption().isBlank() ? "" : "\ncaption: " + item.caption();
        return "file: " + item.fileName() + "\ncontent: " + item.sha256().substring(0, 12) + "\n" + words + caption;
    }

    private String account(String id) {
        return accounts.find(id).map(account -> channel(account) + " " + account.handle()).orElse(id);
    }

    private static String channel(Account account) {
        return account.channel().label() + ": " + account.name();
    }

    private String schedule(Schedule schedule) {
        return (schedule.notBefore() == null ? "as soon as everybody has approved" : time.words(schedule.notBefore()))
                + "\nat the latest " + time.words(schedule.notAfter());
    }

    private static String yes(boolean value) {
        return value ? "yes" : "no";
    }
}
