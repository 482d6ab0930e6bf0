package org.countersign.publishing.mastodon;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<p>Flu &amp; cold</p> | Flu & cold",
            "<p>One</p><p>Two<br />Three</p> | One  Two Three",
            "<p>I &lt;3 &#39;vaccines&#39; &quot;now&quot;</p> | I <3 'vaccines' \"now\"",
            "<p>Thanks <span class=\"h-card\"><a href=\"https://b.example/@ann\" class=\"u-url mention\">@<span>ann</span></a></span>!</p> | Thanks @ann@b.example!",
            "<p><a href=\"https://a.example/tags/flu\" class=\"mention hashtag\" rel=\"tag\">#<span>flu</span></a> shots</p> | #flu shots",
            "<p>Cafe\u0301</p> | Café"})
    void seesTheWordsThroughTheHtml(String html, String sent) {
        assertThat(StatusText.same(html, sent)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "<p>Flu &amp; colds</p> | Flu & cold",
            "<p>Flu</p> | Flu shots",
            "<p>flu shots</p> | Flu shots",
            "<p>Flushots</p> | Flu shots",
            "'' | Flu shots"})
    void tellsOtherWordsApart(String html, String sent) {
        assertThat(StatusText.same(html, sent)).isFalse();
    }
}
