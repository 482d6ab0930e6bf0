package org.countersign.post;

import org.countersign.account.Channel;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Contents for tests. */
public final class Contents {

    public static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");

    private Contents() {
    }

    /** An event on one Mastodon account, as soon as everybody has approved. */
    public static PostContent event() {
        return with(Map.of(Channel.MASTODON, "Blood drive on Alder Street. Everybody is welcome."), List.of());
    }

    public static PostContent with(Map<Channel, String> texts, List<MediaItem> media) {
        return new PostContent(PostKind.EVENT, texts, List.of(), media, List.of("mastodon-main"),
                new Schedule(null, NOON.plusSeconds(86_400), ZoneId.of("America/New_York")), false, false,
                ServiceLine.GENERAL, false, false);
    }

    public static MediaItem picture(String altText, String decorativeReason) {
        return new MediaItem(UUID.fromString("00000000-0000-4000-8000-000000000001"), "ab".repeat(32), "image/png",
                "drive.png", altText, decorativeReason, null);
    }
}
