package org.countersign.post;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a draft is complete enough to be submitted. Judges form, never content.
 */
@Component
public class SubmissionCheck {

    /** Nobody can foresee more: approvals expire long before. */
    private static final Duration FARTHEST = Duration.ofDays(365);

    private final Accounts accounts;
    private final ChannelRulebook rulebook;
    private final MediaLibrary mediaLibrary;
    private final Clock clock;

    SubmissionCheck(Accounts accounts, ChannelRulebook rulebook, MediaLibrary mediaLibrary, Clock clock) {
        this.accounts = accounts;
        this.rulebook = rulebook;
        this.mediaLibrary = mediaLibrary;
        this.clock = clock;
    }

    /** Everything that must be mended, in the order of the page; empty when the draft can be submitted. */
    public List<Problem> problems(PostContent content) {
        List<Problem> problems = new ArrayList<>();
        Set<Channel> channels = checkAccounts(content, problems);
        channels.forEach(channel -> checkChannel(content, channel, problems));
        checkLinks(content, problems);
        checkMedia(content, problems);
        if (content.kind() == null) {
            problems.add(new Problem("kind", "Say what kind of post it is: it decides who reviews it."));
        }
        checkSchedule(content.schedule(), problems);
        return problems;
    }

    /** The content without texts for channels it is not addressed to: a draft keeps them, nobody reviews or sends them. */
    PostContent addressed(PostContent content) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        content.accounts().forEach(id -> accounts.find(id).map(Account::channel).ifPresent(channels::add));
        Map<Channel, String> texts = new EnumMap<>(Channel.class);
        content.texts().forEach((channel, text) -> {
            if (channels.contains(channel)) {
                texts.put(channel, text);
            }
        });
        return new PostContent(content.kind(), texts, content.links(), content.media(), content.accounts(),
                content.schedule(), content.aiAssisted(), content.paid(), content.serviceLine(), content.personShown(),
                content.newsLinked());
    }

    private Set<Channel> checkAccounts(PostContent content, List<Problem> problems) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (content.accounts().isEmpty()) {
            problems.add(new Problem("accounts", "Choose at least one account."));
        }
        for (String id : content.accounts()) {
            Optional<Account> account = accounts.find(id).filter(Account::active);
            if (account.isEmpty()) {
                problems.add(new Problem("accounts", "There is no active account \"" + id + "\". Choose another."));
            }
            account.map(Account::channel).ifPresent(channels::add);
        }
        return channels;
    }

    private void checkChannel(PostContent content, Channel channel, List<Problem> problems) {
        ChannelRules rules = rulebook.of(channel);
        String field = "text." + channel.name();
        String text = ChannelText.of(content, channel);
        if (!ContentDigest.encodable(text)) {
            problems.add(new Problem(field, "The text holds a broken character. Delete it and type it again."));
        } else if (text.isBlank()) {
            problems.add(new Problem(field, "Write a text for " + channel.label() + "."));
        } else if (!rules.fits(text)) {
            problems.add(new Problem(field, "The text counts %,d on %s; at most %,d are allowed."
                    .formatted(rules.count(text), channel.label(), rules.limit())));
        }
        if (content.media().size() > rules.images()) {
            problems.add(new Problem("media", "%s takes at most %d pictures."
                    .formatted(channel.label(), rules.images())));
        }
        for (int i = 0; i < content.media().size(); i++) {
            Optional<Media> media = mediaLibrary.find(content.media().get(i).id());
            if (media.isPresent() && media.get().size() > rules.imageBytes()) {
                problems.add(new Problem("media." + i, "%s takes pictures of at most %.1f MB; this one has %.1f MB."
                        .formatted(channel.label(), rules.imageBytes() / 1e6, media.get().size() / 1e6)));
            }
        }
    }

    private static void checkLinks(PostContent content, List<Problem> problems) {
        for (String link : content.links()) {
            if (!webAddress(link)) {
                problems.add(new Problem("links", "A link must be a full web address that begins with https://."));
            }
        }
    }

    private static boolean webAddress(String link) {
        try {
            URI uri = URI.create(link);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null
                    && uri.getUserInfo() == null && ContentDigest.encodable(link);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void checkMedia(PostContent content, List<Problem> problems) {
        for (int i = 0; i < content.media().size(); i++) {
            MediaItem item = content.media().get(i);
            Optional<Media> stored = mediaLibrary.find(item.id());
            boolean described = item.altText() != null && !item.altText().isBlank();
            if (stored.isEmpty() || !stored.get().sha256().equals(item.sha256())) {
                problems.add(new Problem("media." + i, "The picture is not there any more. Upload it again."));
            }
            if (described == item.decorative()) {
                problems.add(new Problem("media." + i + ".altText",
                        "Describe the picture for people who cannot see it, or say why it is decorative."));
            }
        }
    }

    private void checkSchedule(Schedule schedule, List<Problem> problems) {
        Instant now = clock.instant();
        if (schedule == null || schedule.notAfter() == null) {
            problems.add(new Problem("schedule", "Say when the post should go out."));
        } else if (schedule.missedBy(now)) {
            problems.add(new Problem("schedule", "The time to publish is in the past. Choose a later one."));
        } else if (schedule.notBefore() != null && schedule.notBefore().isAfter(schedule.notAfter())) {
            problems.add(new Problem("schedule", "The latest time must come after the time to publish."));
        } else if (schedule.notAfter().isAfter(now.plus(FARTHEST))) {
            problems.add(new Problem("schedule", "The time to publish is more than a year away."));
        }
    }
}
