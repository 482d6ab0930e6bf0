package org.countersign.browser;

import org.countersign.IntegrationTest;
import org.countersign.escalation.Ladder;
import org.countersign.escalation.Moment;
import org.countersign.review.PostLoop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.awt.Color;
import java.io.IOException;
import java.util.UUID;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;

/** Our pages against WCAG 2.1 A and AA, as far as a machine can check them, on a desk and on a telephone. */
@IntegrationTest
@RequiresChromium
class AccessibilityIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;

    @Test
    void whoIsNotSignedInMeetsNoBarrier() throws IOException {
        try (Browser browser = Browser.open(base())) {
            browser.page().open("/login");
            Look.at(browser, "page-login");
            browser.page().$("#username").setValue("nobody");
            browser.page().$("#password").setValue("wrong").pressEnter();
            browser.page().$("[role=alert]").shouldBe(visible);
            Look.at(browser, "page-login-wrong");
        }
    }

    @Test
    void anAuthorMeetsNoBarrier() throws IOException {
        UUID post = submitted();
        try (Person ana = Person.signedIn("ana", base())) {
            ana.open("/desk").look("page-desk");
            ana.open("/desk/new").look("page-compose");
            ana.open("/desk/posts/" + post).look("page-post");
            ana.open("/posts/" + post + "/record").look("page-record");
        }
    }

    @Test
    void aReviewerMeetsNoBarrier() throws IOException {
        PostLoop loop = new PostLoop(application);
        UUID post = submitted();
        try (Person lena = Person.signedIn("lena", base())) {
            lena.open("/review/tasks/" + loop.task(post, "legal").getId()).look("page-review");
            lena.open("/records").look("page-records");
            lena.open("/mailbox").look("page-forbidden");
        }
    }

    @Test
    void anAdministratorMeetsNoBarrier() throws IOException {
        String task = new PostLoop(application).task(submitted(), "legal").getId();
        application.getBean(Ladder.class).climb(Ladder.keyOfTask(task), Moment.DUE);
        try (Person adam = Person.signedIn("admin", base())) {
            adam.open("/mailbox").look("page-mailbox");
            adam.page.$("tbody a").click();
            adam.page.$("h1").shouldBe(visible);
            adam.look("page-mail");
            adam.open("/messages").look("page-messages");
            adam.open("/leave").look("page-leave");
            adam.open("/accounts").look("page-accounts");
            adam.page.executeJavaScript("document.querySelector('main form.stacked').noValidate = true");
            adam.page.$$("button").findBy(text("Save the account")).click();
            adam.page.$("[role=alert]").shouldBe(visible);
            adam.look("page-accounts-mistakes");
            adam.open("/desk/posts/" + UUID.randomUUID()).look("page-missing");
        }
    }

    private UUID submitted() {
        PostLoop loop = new PostLoop(application);
        return loop.submitted(PostLoop.ranking("Ranked second", loop.picture(Color.ORANGE, "A nurse at the door")));
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
