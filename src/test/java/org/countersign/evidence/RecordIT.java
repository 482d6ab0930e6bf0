package org.countersign.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.IntegrationTest;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.Desk;
import org.countersign.review.PostLoop;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The record of a post as counsel reads it. */
@IntegrationTest
class RecordIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Ledger ledger;
    @Autowired
    private Desk desk;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ObjectMapper json;
    @Autowired
    private PlatformTransactionManager transactions;
    private PostLoop loop;
    private Visitor counsel;

    @BeforeEach
    void signCounselIn() {
        loop = new PostLoop(application);
        counsel = new Visitor(port).signIn("lena");
    }

    @ParameterizedTest
    @CsvSource({"lena, 200", "admin, 200", "ana, 200", "ben, 403", "pia, 403", "evelyn, 403", "paul, 403"})
    void isReadByCounselAdministratorsAndTheAuthors(String person, int status) {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));

        assertThat(new Visitor(port).signIn(person).get("/posts/" + post + "/record").statusCode()).isEqualTo(status);
        assertThat(new Visitor(port).basic(person).get("/api/v1/posts/" + post + "/record").statusCode()).isEqualTo(status);
    }

    @Test
    void showsEveryActInItsOrder() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first in the county"));
        counsel.get("/review/tasks/" + loop.task(post, "legal").getId());
        loop.changed(post, PostLoop.ranking("Ranked second in the county"));
        desk.withdraw(post, "ana");

        assertThat(acts(counsel.get("/posts/" + post + "/record").body())).containsSubsequence(
                "Ana Alvarez submitted version 1", "Countersign sent version 1 (class R2) to Legal",
                "Countersign wrote a mail to Lena Brandt", "Lena Brandt looked at version 1",
                "Ana Alvarez submitted version 2", "Countersign sent version 2 (class R2) to Legal",
                "Ana Alvarez withdrew the post");
    }

    @Test
    void saysThatNothingIsMissing() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        int records = ledger.stream(post).size();

        assertThat(counsel.get("/posts/" + post + "/record").body()).containsPattern(
                "<span>" + records + "</span> <span>records</span>, unbroken").contains("EST");
    }

    @Test
    void aDamagedRecordIsShownAsFarAsItCanBeReadAndSaysWhatIsWrong() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        UUID second = ledger.stream(post).get(1).id();
        byte[] kept = jdbc.sql("select ciphertext from ledger.payload where id = ?").param(second).query(byte[].class).single();
        try {
            replace(second, new byte[]{1, 2, 3});
            assertThat(counsel.get("/posts/" + post + "/record").body()).contains("This record was damaged.")
                    .contains("record " + second + ": payload cannot be decrypted").contains("submitted version 1")
                    .doesNotContain("unbroken");
        } finally {
            replace(second, kept);
        }
    }

    @Test
    void textsAreShownAsTextAndUnknownKindsByTheirName() {
        UUID post = loop.submitted(PostLoop.ranking("<script>alert(1)</script> ${7*7}"));
        append(post, "omen.seen", "<img src=x onerror=alert(2)>");
        append(post, "delivery.given-up", "x");

        String page = counsel.get("/posts/" + post + "/record").body();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7}").doesNotContain("<script>alert")
                .doesNotContain("<img");
        assertThat(acts(page)).contains("Countersign omen.seen", "Countersign noted of the delivery to bluesky-main: given up");
    }

    @Test
    void programsGetTheSameAsJson() throws IOException {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        JsonNode answer = json.readTree(new Visitor(port).basic("lena").get("/api/v1/posts/" + post + "/record").body());

        assertThat(answer.path("verification").path("unbroken").asBoolean()).isTrue();
        assertThat(answer.path("entries").path(0).path("kind").asText()).isEqualTo("version.submitted");
        assertThat(answer.path("entries").path(0).path("payload").path("texts").path("LINKEDIN").asText())
                .isEqualTo("Ranked first");
        assertThat(answer.path("entries").path(0).path("references").path("digest").asText()).hasSize(64);
    }

    @Test
    void thereIsNoRecordOfWhatWasNeverSubmitted() {
        assertThat(counsel.get("/posts/" + UUID.randomUUID() + "/record").statusCode()).isEqualTo(404);
        UUID draft = desk.create(PostLoop.ranking("Only a draft"), "ana").id();
        assertThat(counsel.get("/posts/" + draft + "/record").statusCode()).isEqualTo(404);
        assertThat(counsel.get("/records?id=" + draft).body()).contains("No post fits.");
    }

    @ParameterizedTest
    @CsvSource({"lena, 200", "admin, 200", "ana, 403", "pia, 403", "evelyn, 403"})
    void allRecordsAreListedForCounselAndAdministrators(String person, int status) {
        assertThat(new Visitor(port).signIn(person).get("/records").statusCode()).isEqualTo(status);
    }

    @Test
    void aRecordIsFoundByTheBeginningOfItsIdAndByTheStateOfItsPost() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        String shortId = post.toString().substring(0, 8);
        String link = "href=\"/posts/" + post + "/record\"";

        assertThat(counsel.get("/records?id=" + shortId).body()).contains(link).contains("Award or ranking").contains("mail queued");
        assertThat(counsel.get("/records?id=" + shortId.toUpperCase() + "&state=IN_REVIEW").body()).contains(link);
        assertThat(counsel.get("/records?id=" + shortId + "&state=PUBLISHED").body()).doesNotContain(link);
        assertThat(counsel.get("/records?id=%25").body()).contains("No post fits.");
        assertThat(counsel.get("/records?id=" + shortId + "&page=2").body()).contains("No post fits.").contains("Newer");
    }

    /** Who did what, in the order of the page. */
    private static List<String> acts(String page) {
        return Pattern.compile("<p class=\"act\"><b>([^<]*)</b> <span>([^<]*)</span>").matcher(page).results()
                .map(act -> act.group(1) + " " + act.group(2)).toList();
    }

    private void append(UUID post, String kind, String text) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> ledger.append(new LedgerEntry(post, kind,
                Actor.SYSTEM, Instant.now(), Map.of("accountId", "bluesky-main"), Map.of("text", text))));
    }

    private void replace(UUID record, byte[] ciphertext) {
        jdbc.sql("alter table ledger.payload disable trigger append_only").update();
        jdbc.sql("update ledger.payload set ciphertext = ? where id = ?").params(ciphertext, record).update();
        jdbc.sql("alter table ledger.payload enable always trigger append_only").update();
    }
}
