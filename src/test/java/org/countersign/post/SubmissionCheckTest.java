package org.countersign.post;

import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class SubmissionCheckTest {

    private static final Instant NOW = Contents.NOON;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final Accounts accounts = mock();
    private final MediaLibrary library = mock();
    private final SubmissionCheck check = new SubmissionCheck(accounts, new ChannelRulebook(), library,
            Clock.fixed(NOW, ZoneOffset.UTC));

    SubmissionCheckTest() {
        when(accounts.find(any())).thenReturn(Optional.empty());
        when(accounts.find("mastodon-main")).thenReturn(Optional.of(new Account("mastodon-main", Channel.MASTODON,
                "mastodon", "Main", "@main", URI.create("https://social.example"), true)));
        when(accounts.find("closed")).thenReturn(Optional.of(new Account("closed", Channel.MASTODON, "mastodon",
                "Closed", "@closed", URI.create("https://social.example"), false)));
        when(library.find(any())).thenReturn(Optional.of(new Media(Contents.picture("", null).id(), "ab".repeat(32),
                "image/png", "drive.png", 640, 480, 17_000_000)));
    }

    @Test
    void aCompletePostHasNoProblem() {
        assertThat(check.problems(Contents.event())).isEmpty();
    }

    @Test
    void aTextOverTheLimitSaysByHowMuch() {
        assertThat(check.problems(text("x".repeat(501)))).extracting(Problem::field, Problem::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("text.MASTODON",
                        "The text counts 501 on Mastodon; at most 500 are allowed."));
    }

    @Test
    void aLinkBelowTheTextCountsToo() {
        PostContent post = Contents.with(Map.of(Channel.MASTODON, "x".repeat(490)), List.of());
        PostContent linked = new PostContent(post.kind(), post.texts(), List.of("https://harborvale.example"),
                post.media(), post.accounts(), post.schedule(), false, false, ServiceLine.GENERAL, false, false);
        assertThat(check.problems(linked)).extracting(Problem::field).containsExactly("text.MASTODON");
    }

    @Test
    void aPictureNeedsWordsOrAReasonWhyItNeedsNoneAndNotBoth() {
        assertThat(fields(Contents.picture(null, null))).contains("media.0.altText");
        assertThat(fields(Contents.picture("Nurses", "a pattern"))).contains("media.0.altText");
        assertThat(fields(Contents.picture(null, "a pattern"))).doesNotContain("media.0.altText");
    }

    @Test
    void aPictureLargerThanTheNetworkTakesIsNamed() {
        assertThat(fields(Contents.picture("Nurses", null))).containsExactly("media.0");
    }

    @Test
    void unknownAndClosedAccountsAreTold() {
        assertThat(check.problems(accounts("nowhere"))).extracting(Problem::field).containsOnly("accounts");
        assertThat(check.problems(accounts("closed"))).extracting(Problem::field).contains("accounts");
        assertThat(check.problems(accounts())).extracting(Problem::field).contains("accounts");
    }

    @Test
    void aTimeInThePastAWindowThatEndsBeforeItBeginsAndAFarFutureAreTold() {
        assertThat(schedule(NOW.minusSeconds(1), NOW.plusSeconds(60))).containsExactly("schedule");
        assertThat(schedule(null, NOW.minusSeconds(1))).containsExactly("schedule");
        assertThat(schedule(NOW.plusSeconds(60), NOW.plusSeconds(30))).containsExactly("schedule");
        assertThat(schedule(null, NOW.plus(Duration.ofDays(366)))).containsExactly("schedule");
        assertThat(schedule(NOW.plusSeconds(60), NOW.plusSeconds(90))).isEmpty();
    }

    @Test
    void aLinkThatIsNoWebAddressIsTold() {
        for (String link : List.of("javascript:alert(1)", "harborvale.example", "https://", "https://me:pw@x.example")) {
            PostContent post = Contents.event();
            assertThat(check.problems(new PostContent(post.kind(), post.texts(), List.of(link), post.media(),
                    post.accounts(), post.schedule(), false, false, ServiceLine.GENERAL, false, false)))
                    .as(link).extracting(Problem::field).containsExactly("links");
        }
    }

    private List<String> fields(MediaItem item) {
        return check.problems(Contents.with(Map.of(Channel.MASTODON, "Blood drive"), List.of(item))).stream()
                .map(Problem::field).toList();
    }

    private List<String> schedule(Instant notBefore, Instant notAfter) {
        PostContent post = Contents.event();
        return check.problems(new PostContent(post.kind(), post.texts(), post.links(), post.media(), post.accounts(),
                new Schedule(notBefore, notAfter, ZONE), false, false, ServiceLine.GENERAL, false, false)).stream()
                .map(Problem::field).toList();
    }

    private static PostContent text(String text) {
        return Contents.with(Map.of(Channel.MASTODON, text), List.of());
    }

    private static PostContent accounts(String... ids) {
        PostContent post = Contents.event();
        return new PostContent(post.kind(), post.texts(), post.links(), post.media(), List.of(ids), post.schedule(),
                false, false, ServiceLine.GENERAL, false, false);
    }
}
