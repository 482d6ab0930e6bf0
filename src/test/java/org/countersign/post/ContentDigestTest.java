package org.countersign.post;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.countersign.account.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ContentDigestTest {

    private static final PostContent POST = Contents.with(
            Map.of(Channel.MASTODON, "Blood drive", Channel.BLUESKY, "Blood drive!"),
            List.of(Contents.picture("Nurses at a table", null)));

    /** Each of them differs from {@link #POST} in one part only. */
    static Stream<PostContent> changes() {
        Schedule schedule = POST.schedule();
        return Stream.of(
                copy(PostKind.OBSERVANCE, POST.texts(), POST.links(), POST.media(), POST.accounts(), schedule, false),
                texts(Map.of(Channel.MASTODON, "Blood drive ", Channel.BLUESKY, "Blood drive!")),
                texts(Map.of(Channel.BLUESKY, "Blood drive", Channel.MASTODON, "Blood drive!")),
                copy(POST.kind(), POST.texts(), List.of("https://harborvale.example"), POST.media(), POST.accounts(),
                        schedule, false),
                media(new MediaItem(POST.media().get(0).id(), "cd".repeat(32), "image/png", "drive.png",
                        "Nurses at a table", null, null)),
                media(Contents.picture("Nurses at a desk", null)),
                media(Contents.picture(null, "Nurses at a table")),
                copy(POST.kind(), POST.texts(), POST.links(), POST.media(), List.of("bluesky-main"), schedule, false),
                copy(POST.kind(), POST.texts(), POST.links(), POST.media(), POST.accounts(),
                        new Schedule(null, schedule.notAfter().plusSeconds(1), schedule.zone()), false),
                copy(POST.kind(), POST.texts(), POST.links(), POST.media(), POST.accounts(),
                        new Schedule(schedule.notAfter(), schedule.notAfter(), schedule.zone()), false),
                copy(POST.kind(), POST.texts(), POST.links(), POST.media(), POST.accounts(),
                        new Schedule(null, schedule.notAfter(), ZoneId.of("UTC")), false),
                copy(POST.kind(), POST.texts(), POST.links(), POST.media(), POST.accounts(), schedule, true));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anyChangeGivesAnotherDigest(PostContent changed) {
        assertThat(ContentDigest.of(changed)).isNotEqualTo(ContentDigest.of(POST)).matches("[0-9a-f]{64}");
    }

    @Test
    void theNameOfAFileIsNoPartOfWhatIsApproved() {
        MediaItem renamed = new MediaItem(POST.media().get(0).id(), POST.media().get(0).sha256(), "image/png",
                "other.png", "Nurses at a table", null, null);
        assertThat(ContentDigest.of(media(renamed))).isEqualTo(ContentDigest.of(POST));
    }

    @Property
    void textsThatDifferNeverShareADigest(@ForAll @StringLength(max = 40) String one,
                                                @ForAll @StringLength(max = 40) String other) {
        if (!ContentDigest.encodable(one) || !ContentDigest.encodable(other) || one.equals(other)) {
            return;
        }
        assertThat(ContentDigest.of(texts(Map.of(Channel.BLUESKY, one))))
                .isNotEqualTo(ContentDigest.of(texts(Map.of(Channel.BLUESKY, other))));
    }

    @Test
    void halfOfASurrogatePairIsRefusedBecauseEncodersReplaceItInSilence() {
        assertThatThrownBy(() -> ContentDigest.of(texts(Map.of(Channel.BLUESKY, "broken \uD83D"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("surrogate");
    }

    private static PostContent texts(Map<Channel, String> texts) {
        return copy(POST.kind(), texts, POST.links(), POST.media(), POST.accounts(), POST.schedule(), false);
    }

    private static PostContent media(MediaItem item) {
        return copy(POST.kind(), POST.texts(), POST.links(), List.of(item), POST.accounts(), POST.schedule(), false);
    }

    private static PostContent copy(PostKind kind, Map<Channel, String> texts, List<String> links,
                                    List<MediaItem> media, List<String> accounts, Schedule schedule,
                                    boolean aiAssisted) {
        return new PostContent(kind, texts, links, media, accounts, schedule, aiAssisted, false, ServiceLine.GENERAL,
                false, false);
    }
}
