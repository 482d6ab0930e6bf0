package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.account.Channel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PermalinkTest {

    @ParameterizedTest
    @CsvSource({
            "LINKEDIN, , https://www.linkedin.com/feed/update/urn:li:share:7/",
            "LINKEDIN, , https://linkedin.com/posts/1",
            "FACEBOOK, , https://www.facebook.com/harborvale/posts/1",
            "FACEBOOK, , https://www.facebook.com/permalink.php?story_fbid=1",
            "BLUESKY, , https://bsky.app/profile/hv.test/post/3l7",
            "BLUESKY, http://localhost:2583, http://localhost:2583/xrpc/com.atproto.repo.getRecord?rkey=3l7",
            "MASTODON, https://mastodon.example, https://mastodon.example/@hv/1",
            "MASTODON, , https://social.example/@hv/1"})
    void takesAnAddressOnTheNetwork(Channel channel, URI server, String typed) {
        assertThat(Permalink.of("  " + typed + " ", account(channel, server))).hasToString(typed);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "LINKEDIN, null", "LINKEDIN, ''", "LINKEDIN, posted", "LINKEDIN, 'https://a b'",
            "LINKEDIN, http://www.linkedin.com/posts/1", "LINKEDIN, https://linkedin.com.evil.example/posts/1",
            "LINKEDIN, https://evillinkedin.com/posts/1", "LINKEDIN, https://www.linkedin.com", "LINKEDIN, https://www.linkedin.com/",
            "LINKEDIN, https://linkedin.com@evil.example/posts/1", "LINKEDIN, javascript:alert(1)",
            "LINKEDIN, //www.linkedin.com/posts/1", "FACEBOOK, https://www.linkedin.com/posts/1",
            "BLUESKY, https://mastodon.example/1", "MASTODON, https://bsky.app/profile/x/post/1"})
    void refusesEverythingElse(Channel channel, String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> Permalink.of(typed, account(channel, null)))
                .withMessageNotContaining("evil");
    }

    private static Account account(Channel channel, URI server) {
        String handle = channel == Channel.MASTODON ? "@hv@social.example" : "harbor-vale";
        return new Account("a", channel, server == null ? Account.MANUAL : channel.name().toLowerCase(), "HV", handle, server, true);
    }
}
