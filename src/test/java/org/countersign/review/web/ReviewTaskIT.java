package org.countersign.review.web;

import org.countersign.IntegrationTest;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.post.MediaItem;
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

import java.awt.Color;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What reviewers look at before they decide, over HTTP. */
@IntegrationTest
class ReviewTaskIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ledger ledger;
    private PostLoop loop;

    @BeforeEach
    void connectAccounts() {
        loop = new PostLoop(application);
    }

    @Test
    void showsThePostAsItWillLookWithEverythingToJudgeItBy() {
        MediaItem picture = loop.picture(Color.BLUE, "Our new entrance");
        UUID post = loop.submitted(PostLoop.ranking("We were ranked first. More: https://harborvale.example/rank.", picture));
        String page = open("lena", post);

        assertThat(page).contains("Award or ranking").contains("R2, moderate").contains("<dd>Legal</dd>")
                .contains("business hour").contains("left</b>").contains("Harbor Vale Hospital").contains("of 3,000")
                .contains("href=\"https://harborvale.example/rank\"").contains("Our new entrance")
                .contains("/review/posts/" + post + "/versions/1/pictures/" + picture.id()).contains(digest(post, 1));
    }

    @Test
    void thatNothingWasFoundNeverReadsLikeCompliance() {
        UUID post = loop.submitted(PostLoop.ranking("Open house on Saturday"));
        jdbc.sql("delete from finding where post_id = ?").param(post).update();

        assertThat(open("lena", post)).contains("The screener found nothing. That does not mean there is nothing.")
                .doesNotContainIgnoringCase("compliant").doesNotContainIgnoringCase("de-identified");
    }

    @Test
    void underlinesWhatWasFoundAndSaysWhoDecides() {
        UUID post = loop.submitted(PostLoop.ranking("How good to see you again, Ann"));
        jdbc.sql("delete from finding where post_id = ?").param(post).update();
        jdbc.sql("""
                insert into finding values (?, 1, 0, 'P3', 'BLOCK', 'test', '1', 'text.LINKEDIN', 12, 25,
                'Confirms a patient.', '45 CFR 164.502(a)')""").param(post).update();

        assertThat(open("lena", post)).contains("<mark class=\"block\">see you again</mark>")
                .contains("Confirms that somebody is or was a patient").contains("Blocks the post")
                .contains("45 CFR 164.502(a)").contains("<span>Privacy</span>");
    }

    @ParameterizedTest
    @CsvSource({"lena, 200", "ana, 200", "admin, 200", "pia, 403", "ben, 403", "paul, 403", "evelyn, 403"})
    void opensForThoseWhoseTaskItIsForTheAuthorAndForAdministrators(String person, int status) {
        MediaItem picture = loop.picture(Color.GREEN, "A tree");
        UUID post = loop.submitted(PostLoop.ranking("Ranked first", picture));
        Visitor browser = new Visitor(port).signIn(person);

        assertThat(browser.get("/review/tasks/" + loop.task(post, "legal").getId()).statusCode()).isEqualTo(status);
        assertThat(browser.get(pictureAddress(post, picture)).statusCode()).isEqualTo(status);
    }

    @Test
    void aPictureOfAnotherPostIsNotHandedOut() {
        MediaItem other = loop.picture(Color.RED, "Not yours");
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));

        assertThat(new Visitor(port).signIn("lena").get(pictureAddress(post, other)).statusCode()).isEqualTo(404);
    }

    @Test
    void thereIsNoPageForATaskThatDoesNotExist() {
        assertThat(new Visitor(port).signIn("admin").get("/review/tasks/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void nothingInAPostOrACommentIsReadAsMarkup() {
        String attack = "<script>alert(1)</script><img src=x onerror=alert(2)> [x](javascript:alert(3)) ${7*7} [[${7*7}]]";
        UUID post = loop.submitted(PostLoop.ranking(attack, loop.picture(Color.BLACK, "\"><script>alert(4)</script>")));
        Visitor lena = new Visitor(port).signIn("lena");
        String address = "/review/tasks/" + loop.task(post, "legal").getId();
        lena.submit(address, address + "/comments", Map.of("text", attack));

        assertThat(lena.get(address).body()).contains("&lt;script&gt;alert(1)&lt;/script&gt;").contains("${7*7} [[${7*7}]]")
                .doesNotContain("<script>alert").doesNotContain("<img src=x").doesNotContain("href=\"javascript");
    }

    @Test
    void viewingIsKeptAndRecordedOncePerPersonAndVersion() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        open("lena", post);
        open("lena", post);
        open("admin", post);

        assertThat(jdbc.sql("select user_id from review_view where post_id = ?").param(post).query(String.class).list())
                .containsExactlyInAnyOrder("lena", "admin");
        assertThat(acts(post, "version.viewed")).extracting(record -> record.actor().id()).containsExactly("lena", "admin");
    }

    @Test
    void showsTheDifferenceToTheVersionThisReviewerSawLast() {
        UUID post = loop.submitted(PostLoop.ranking("We were ranked first in the county"));
        open("lena", post);
        loop.changed(post, PostLoop.ranking("We were ranked second in the county"));
        loop.changed(post, PostLoop.ranking("We were ranked third in the county", loop.picture(Color.PINK, "A cup")));

        assertThat(open("lena", post)).contains("Changed since you last looked (version 1)")
                .containsPattern("<del>.*removed: .*first</del><ins>.*added: .*third</ins>").contains("alt text: A cup")
                .doesNotContain("second");
        assertThat(open("admin", post)).contains("Changed since version 2").contains("You have not looked at an earlier version");
    }

    @Test
    void aCommentIsShownAndBecomesPartOfTheRecord() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        String address = "/review/tasks/" + loop.task(post, "legal").getId();
        Visitor lena = new Visitor(port).signIn("lena");

        var answer = lena.submit(address, address + "/comments", Map.of("text", "By whom were we ranked?"));

        assertThat(Visitor.location(answer)).contains(address);
        assertThat(open("ana", post)).contains("By whom were we ranked?").contains("Lena Brandt");
        LedgerRecord act = acts(post, "comment.written").get(0);
        assertThat(act.payload().path("text").asText()).isEqualTo("By whom were we ranked?");
        assertThat(act.references().toString()).doesNotContain("ranked");
    }

    @Test
    void aCommentWithoutTokenIsRefused() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        Visitor lena = new Visitor(port).signIn("lena");
        var answer = lena.send(lena.request("/review/tasks/" + loop.task(post, "legal").getId() + "/comments")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("text=Hello")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(acts(post, "comment.written")).isEmpty();
    }

    @Test
    void aCommentThatCannotBeKeptIsExplainedAndNotLost() {
        UUID post = loop.submitted(PostLoop.ranking("Ranked first"));
        String address = "/review/tasks/" + loop.task(post, "legal").getId();
        Visitor lena = new Visitor(port).signIn("lena");
        String tooLong = "long ".repeat(900).strip();

        assertThat(lena.submit(address, address + "/comments", Map.of("text", tooLong)).body())
                .contains("A comment has at most 4,000 characters").contains(tooLong);
        assertThat(lena.submit(address, address + "/comments", Map.of("text", " \n ")).body())
                .contains("Write something before you add the comment.");
        assertThat(lena.submit(address, address + "/comments", Map.of("text", "a\u0000b")).body())
                .contains("broken character");
        assertThat(acts(post, "comment.written")).isEmpty();
    }

    @Test
    void aBlockedAuthorLearnsWhyAndGoesToTheDesk() {
        UUID post = loop.submitted(PostLoop.ranking("Call Ann Smith at 555-867-5309, MRN 12345678, born 03/04/1961"));
        var task = loop.authorsTask(post);
        assertThat(task).as("the screener blocks identifiers").isNotNull();

        assertThat(new Visitor(port).signIn("ana").get("/review/tasks/" + task.getId()).body())
                .contains("Blocks the post").contains("href=\"/desk/posts/" + post + "\"").contains("target=\"_top\"");
    }

    @Test
    void whoPostsByHandCopiesTheTextDownloadsThePicturesAndSeesWhatWasTried() {
        MediaItem picture = loop.picture(Color.YELLOW, "A bus");
        UUID post = loop.submitted(PostLoop.ranking("Ranked first", picture));
        UUID delivery = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery (id, post_id, version_number, account_id, digest, record_key, idempotency_key, record_time,
                  state, changed_at) values (?, ?, 1, ?, ?, ?, ?, now(), 'READY', now())""")
                .params(delivery, post, PostLoop.LINKEDIN, digest(post, 1), recordKey(), UUID.randomUUID()).update();
        jdbc.sql("insert into delivery_attempt values (?, 1, now(), now(), 'NOT_SENT')").param(delivery).update();
        String task = loop.postByHand(post, delivery).getId();

        String page = new Visitor(port).signIn("paul").get("/review/tasks/" + task).body();
        assertThat(page).containsPattern("<textarea[^>]*readonly[^>]*>Ranked first</textarea>").contains("Waits to be sent.")
                .contains("the network was not reached").contains(pictureAddress(post, picture) + "?download=true");
        var file = new Visitor(port).signIn("paul").get(pictureAddress(post, picture) + "?download=true");
        assertThat(file.headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment");
        assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(new Visitor(port).signIn("pia").get("/review/tasks/" + task).statusCode()).isEqualTo(403);
    }

    private static String recordKey() {
        return "3" + UUID.randomUUID().toString().replace("-", "").replaceAll("[0189]", "q").substring(0, 12);
    }

    private String open(String person, UUID post) {
        return new Visitor(port).signIn(person).get("/review/tasks/" + loop.task(post, "legal").getId()).body();
    }

    private String digest(UUID post, int version) {
        return jdbc.sql("select digest from post_version where post_id = ? and number = ?").params(post, version)
                .query(String.class).single();
    }

    private List<LedgerRecord> acts(UUID post, String kind) {
        return ledger.stream(post).stream().filter(record -> record.kind().equals(kind)).toList();
    }

    private static String pictureAddress(UUID post, MediaItem picture) {
        return "/review/posts/" + post + "/versions/1/pictures/" + picture.id();
    }
}
