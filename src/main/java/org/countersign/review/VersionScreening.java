package org.countersign.review;

import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.ChannelText;
import org.countersign.post.MediaItem;
import org.countersign.post.PostContent;
import org.countersign.post.PostVersion;
import org.countersign.screening.Draft;
import org.countersign.screening.Finding;
import org.countersign.screening.Screener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Screens a version, and keeps what was found.
 */
@Service
public class VersionScreening {

    private static final Duration NEW_ACCOUNT = Duration.ofDays(30);

    private final Screener screener;
    private final FindingRepository findings;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Clock clock;

    VersionScreening(Screener screener, FindingRepository findings, Accounts accounts, Ledger ledger,
                     Clock clock) {
        this.screener = screener;
        this.findings = findings;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The findings of a version; a version is screened once, whatever happens to the job that asks. */
    @Transactional
    public List<Finding> screen(PostVersion version) {
        List<Finding> found = screener.screen(draft(version.content()));
        Instant now = clock.instant();
        if (findings.save(version.postId(), version.number(), screener.version(), now, found)) {
            ledger.append(new LedgerEntry(version.postId(), "version.screened", Actor.SYSTEM, now,
                    Map.of("version", Integer.toString(version.number()), "digest", version.digest(),
                            "rules", screener.version()), found));
        }
        return findings.of(version.postId(), version.number());
    }

    /** What was found when the version was screened, in the order in which it is kept. */
    public List<Finding> findings(UUID postId, int version) {
        return findings.of(postId, version);
    }

    /** Every text of a post under the name of its field. */
    public static Draft draft(PostContent content) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Channel channel : Channel.values()) {
            if (content.texts().containsKey(channel)) {
                texts.put("text." + channel.name(), ChannelText.of(content, channel));
            }
        }
        for (int i = 0; i < content.links().size(); i++) {
            texts.put("link." + i, content.links().get(i));
        }
        for (int i = 0; i < content.media().size(); i++) {
            MediaItem item = content.media().get(i);
            put(texts, "media." + i + ".altText", item.altText());
            put(texts, "media." + i + ".caption", item.caption());
            put(texts, "media." + i + ".fileName", item.fileName());
        }
        List<Draft.Picture> pictures = content.media().stream()
                .map(item -> new Draft.Picture(item.altText(), item.decorativeReason())).toList();
        return new Draft(content.kind().name(), texts, pictures, content.kind().reply(), content.aiAssisted());
    }

    private static void put(Map<String, String> texts, String field, String text) {
        if (text != null && !text.isBlank()) {
            texts.put(field, text);
        }
    }

    /** Whether a target account is younger than a month: then the post is at least of low risk. */
    public boolean addressesNewAccount(PostContent content) {
        Instant since = clock.instant().minus(NEW_ACCOUNT);
        return content.accounts().stream().map(accounts::connectedAt).flatMap(Optional::stream)
                .anyMatch(connected -> connected.isAfter(since));
    }
}
