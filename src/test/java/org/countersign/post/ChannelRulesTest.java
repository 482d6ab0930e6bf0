package org.countersign.post;

import org.countersign.account.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChannelRulesTest {

    private final ChannelRulebook rulebook = new ChannelRulebook();

    @ParameterizedTest
    @CsvSource({
            "BLUESKY, plain, 5",
            "BLUESKY, 👨‍👩‍👧‍👦, 1",
            "BLUESKY, 🇺🇸, 1",
            "BLUESKY, 👍🏽, 1",
            "BLUESKY, https://harborvale.example/a, 28",
            "MASTODON, https://harborvale.example/a, 23",
            "MASTODON, see https://harborvale.example/a-very-long-path-indeed now, 31",
            "MASTODON, @clinic@harborvale.example hello, 13",
            "LINKEDIN, 👍🏽, 2",
            "FACEBOOK, plain, 5"})
    void everyNetworkCountsInItsOwnWay(Channel channel, String text, int expected) {
        assertThat(rulebook.of(channel).count(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"BLUESKY, 300", "MASTODON, 500", "LINKEDIN, 3000", "FACEBOOK, 63206"})
    void aTextAtTheLimitFitsAndOneMoreDoesNot(Channel channel, int limit) {
        assertThat(rulebook.of(channel).fits("x".repeat(limit))).isTrue();
        assertThat(rulebook.of(channel).fits("x".repeat(limit + 1))).isFalse();
    }

    @Test
    void blueskyAlsoLimitsTheBytes() {
        String families = "👨‍👩‍👧‍👦".repeat(200);
        assertThat(rulebook.of(Channel.BLUESKY).count(families)).isEqualTo(200);
        assertThat(rulebook.of(Channel.BLUESKY).fits(families)).isFalse();
    }
}
