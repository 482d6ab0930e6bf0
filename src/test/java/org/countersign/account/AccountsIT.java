package org.countersign.account;

import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The inventory on the real database, and its page over HTTP.
 */
@IntegrationTest
class AccountsIT {

    private static final String SECRET = "abcd-efgh-ijkl-mnop";

    @LocalServerPort
    int port;
    @Autowired
    Accounts accounts;
    @Autowired
    Ledger ledger;
    @Autowired
    JdbcClient jdbc;

    @Test
    void secretsAreReadableOnlyWithTheKeyAndOnlyInTheirOwnRow() {
        accounts.save(bluesky("sealed-one"), SECRET, "paul");
        accounts.save(bluesky("sealed-two"), "another", "paul");
        assertThat(accounts.secret("sealed-one")).isEqualTo(SECRET);
        assertThat(new String(stored("sealed-one"), ISO_8859_1)).doesNotContain(SECRET);

        jdbc.sql("update account set secret = ? where id = 'sealed-two'").param(stored("sealed-one")).update();
        assertThatIllegalStateException().isThrownBy(() -> accounts.secret("sealed-two")).withMessageNotContaining(SECRET);
        assertThatThrownBy(() -> accounts.secret("no-such-account")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void everyChangeIsRecordedWithoutTheSecret() {
        accounts.save(bluesky("recorded"), SECRET, "paul");
        accounts.save(bluesky("recorded"), "new-" + SECRET, "paul");
        accounts.deactivate("recorded", "adam");
        accounts.deactivate("recorded", "adam");

        List<LedgerRecord> records = ledger.stream(UUID.nameUUIDFromBytes("account:recorded".getBytes(UTF_8)));
        assertThat(records).extracting(LedgerRecord::kind).containsExactly("account.saved", "account.saved", "account.saved");
        assertThat(records.get(2).actor().id()).isEqualTo("adam");
        assertThat(records).noneSatisfy(record -> assertThat(record.toString()).contains(SECRET));
        assertThat(accounts.active()).extracting(Account::id).doesNotContain("recorded");
        assertThat(accounts.find("recorded")).isPresent();
    }

    @Test
    void anAccountHasWhatItsConnectorNeedsAndNothingElse() {
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.save(bluesky("x"), null, "paul"));
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.save(
                new Account("x", Channel.LINKEDIN, Account.MANUAL, "X", "x", null, true), SECRET, "paul"));
        assertThatIllegalArgumentException().isThrownBy(() -> accounts.save(new Account("x", Channel.BLUESKY, "bluesky", "X",
                "x", URI.create("http://bsky.example"), true), SECRET, "paul"));
        assertThat(accounts.find("x")).isEmpty();
    }

    @Test
    void onlyPublishersAndAdministratorsSeeThePage() {
        assertThat(new Visitor(port).signIn("paul").get("/accounts").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).signIn("lena").get("/accounts").statusCode()).isEqualTo(403);
        assertThat(new Visitor(port).get("/accounts").statusCode()).isEqualTo(302);
        assertThat(new Visitor(port).signIn("lena").submit("/login", "/accounts", form("hacked", "https://mastodon.example"))
                .statusCode()).isEqualTo(403);
    }

    @Test
    void anAccountIsAddedChangedAndTakenOutOfUseOnThePage() {
        Visitor paul = new Visitor(port).signIn("paul");
        assertThat(paul.submit("/accounts", "/accounts", form("@onpage", "https://mastodon.example")).statusCode()).isEqualTo(302);
        assertThat(accounts.find("mastodon-onpage")).get().satisfies(account -> {
            assertThat(account.connector()).isEqualTo("mastodon");
            assertThat(account.server()).hasToString("https://mastodon.example");
        });
        assertThat(accounts.secret("mastodon-onpage")).isEqualTo("token-1234");
        assertThat(paul.get("/accounts?edit=mastodon-onpage").body()).contains("https://mastodon.example").doesNotContain("token-1234");

        paul.submit("/accounts?edit=mastodon-onpage", "/accounts", Map.of("id", "mastodon-onpage", "channel", "MASTODON",
                "name", "Renamed", "handle", "@onpage", "server", "https://mastodon.example", "secret", "token-5678"));
        assertThat(accounts.find("mastodon-onpage").orElseThrow().name()).isEqualTo("Renamed");
        assertThat(accounts.secret("mastodon-onpage")).isEqualTo("token-5678");

        paul.submit("/accounts", "/accounts/mastodon-onpage/deactivate", Map.of());
        assertThat(accounts.find("mastodon-onpage").orElseThrow().active()).isFalse();
    }

    @Test
    void anAccountThatPostsWereApprovedForNeverLeadsElsewhere() {
        Visitor paul = new Visitor(port).signIn("paul");
        paul.submit("/accounts", "/accounts", form("@approved", "https://mastodon.example"));
        Map<String, String> same = Map.of("id", "mastodon-approved", "channel", "MASTODON", "name", "Harbor Vale",
                "handle", "@approved", "server", "https://mastodon.example", "secret", "token-5678");
        for (Map.Entry<String, String> change : Map.of("handle", "@elsewhere", "server", "https://elsewhere.example",
                "channel", "BLUESKY").entrySet()) {
            Map<String, String> fields = new HashMap<>(same);
            fields.put(change.getKey(), change.getValue());
            HttpResponse<String> answer = paul.submit("/accounts?edit=mastodon-approved", "/accounts", fields);
            assertThat(answer.statusCode()).as(change.getKey()).isEqualTo(422);
            assertThat(answer.body()).contains("Add another account and take this one out of use.");
        }
        assertThat(accounts.find("mastodon-approved").orElseThrow().handle()).isEqualTo("@approved");
        assertThat(accounts.find("mastodon-approved").orElseThrow().server()).hasToString("https://mastodon.example");
        assertThat(accounts.secret("mastodon-approved")).isEqualTo("token-1234");
        assertThat(paul.submit("/accounts", "/accounts", same).statusCode()).isEqualTo(302);
    }

    @Test
    void aMistakeIsToldAndLosesNothingThatWasTypedButTheSecret() {
        Visitor paul = new Visitor(port).signIn("paul");
        HttpResponse<String> answer = paul.submit("/accounts", "/accounts", form("@kept<b>", "http://mastodon.example"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("must begin with https://", "@kept&lt;b&gt;", "http://mastodon.example")
                .doesNotContain("token-1234", "@kept<b>");
        assertThat(accounts.all()).extracting(Account::handle).doesNotContain("@kept<b>");
    }

    private static Map<String, String> form(String handle, String server) {
        return Map.of("id", "", "channel", "MASTODON", "name", "Harbor Vale", "handle", handle, "server", server,
                "secret", "token-1234");
    }

    private byte[] stored(String id) {
        return jdbc.sql("select secret from account where id = ?").param(id).query((row, n) -> row.getBytes(1)).single();
    }

    private static Account bluesky(String id) {
        return new Account(id, Channel.BLUESKY, "bluesky", "Harbor Vale", "hv.test", URI.create("https://bsky.example"), true);
    }
}
