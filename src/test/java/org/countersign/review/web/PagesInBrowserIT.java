package org.countersign.review.web;

import com.codeborne.selenide.Condition;
import com.codeborne.selenide.SelenideDriver;
import org.countersign.IntegrationTest;
import org.countersign.browser.Browser;
import org.countersign.browser.Look;
import org.countersign.browser.RequiresChromium;
import org.countersign.review.PostLoop;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.awt.Color;
import java.io.IOException;
import java.util.UUID;

/** What is looked at, in a browser: usable by keyboard and screen reader, on a desk and on a phone. */
@IntegrationTest
@RequiresChromium
class PagesInBrowserIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aReviewerReadsThePostCommentsOnItAndCounselReadsTheRecord() throws IOException {
        PostLoop loop = new PostLoop(application);
        UUID post = loop.submitted(PostLoop.ranking("Ranked second", loop.picture(Color.ORANGE, "A nurse at the door")));
        try (Browser browser = Browser.open("http://localhost:" + port)) {
            SelenideDriver page = browser.page();
            signIn(page);
            open(page, "/review/tasks/" + loop.task(post, "legal").getId());
            loop.changed(post, PostLoop.ranking("How good to see you again. We were ranked first.\n"
                    + "https://harborvale.example/ranking", loop.picture(Color.CYAN, "The new entrance")));
            block(post);
            open(page, "/review/tasks/" + loop.task(post, "legal").getId());
            page.$("mark.block").shouldHave(Condition.exactText("see you again"));

            page.$("#comment-text").setValue("Who ranked us?");
            page.$("#add-comment").click();
            page.$("#comments .comments").shouldHave(Condition.text("Who ranked us?"));
            page.$("#comment-text").shouldHave(Condition.exactValue(""));
            page.$("#comments [role=status]").shouldHave(Condition.exactText("The comment was added."));
            Look.at(browser, "review");

            open(page, "/posts/" + post + "/record");
            page.$(".timeline details summary").click();
            Look.at(browser, "record");
            open(page, "/records");
            Look.at(browser, "records");
        }
    }

    private static void open(SelenideDriver page, String address) {
        page.open(address);
        page.$("h1").shouldBe(Condition.visible);
    }

    private static void signIn(SelenideDriver page) {
        page.open("/login");
        page.$("[name=username]").setValue("lena");
        page.$("[name=password]").setValue(Visitor.PASSWORD).pressEnter();
        page.$("[name=password]").should(Condition.disappear);
    }

    private void block(UUID post) {
        jdbc.sql("delete from finding where post_id = ? and version_number = 2").param(post).update();
        jdbc.sql("""
                insert into finding values (?, 2, 0, 'P3', 'BLOCK', 'test', '1', 'text.LINKEDIN', 12, 25,
                'Confirms that somebody was a patient.', '45 CFR 164.502(a)')""").param(post).update();
    }
}
