package org.countersign.account;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
            "https://bsky.social, https://bsky.social",
            "' https://Bsky.Social/ ', https://bsky.social",
            "https://mastodon.example:8443, https://mastodon.example:8443",
            "http://localhost:2583, http://localhost:2583",
            "http://127.0.0.1:8092/, http://127.0.0.1:8092",
            "http://127.8.9.10, http://127.8.9.10",
            "http://[::1]:99, http://[::1]:99"})
    void acceptsEncryptedServersAndThisMachine(String typed, String address) {
        assertThat(ServerAddress.of(typed)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bsky.social", "http://bsky.social", "http://10.0.0.1", "http://127.0.0.1.example.org",
            "http://localhost.example.org", "https://user:secret@bsky.social", "https://user@bsky.social", "ftp://localhost",
            "https://bsky.social/xrpc", "https://bsky.social?x=1", "https://bsky.social#x", "https://", "https:///x",
            "file:///etc/passwd", "https://a b", "http://999.0.0.1"})
    void refusesEverythingElse(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.of(typed))
                .withMessageNotContaining("secret");
    }
}
