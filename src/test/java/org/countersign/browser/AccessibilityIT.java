package org.countersign.browser;

import org.countersign.IntegrationTest;
import org.countersign.escalation.Ladder;
import org.countersign.escalation.Moment;
import org.countersign.oversight.Quarter;
import org.countersign.people.Entity;
import org.countersign.review.PostLoop;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.awt.Color;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
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
    void anExecutiveMeetsNoBarrier() throws IOException {
        submitted();
        String quarter = Quarter.of(LocalDate.now()).toString();
        Visitor mara = new Visitor(port).signIn("mara");
        String address = Visitor.location(mara.submit("/reports", "/reports", Map.of("entity", Entity.FIRST, "quarter", quarter)));
        String report = address.substring(address.indexOf("/reports/"));
        mara.submit(report, report + "/delivery", Map.of());
        try (Person evelyn = Person.signedIn("evelyn", base())) {
            evelyn.open("/scorecard?period=this-quarter").look("page-scorecard");
            evelyn.open("/scorecard?period=days&from=2026-02-01&to=2026-01-01").look("page-scorecard-mistake");
            evelyn.open("/scorecard/posts-by-state?column=all").look("page-scorecard-records");
            evelyn.open("/reports").look("page-reports");
            evelyn.open(report).look("page-report");
            evelyn.page.$("#decision-1").setValue("Go on as before.");
            evelyn.page.$("#action-1").setValue("Name a delegate for legal.");
            evelyn.page.$$("button").findBy(text("Acknowledge the report")).click();
            evelyn.page.$("[role=alert]").shouldHave(text("needs an owner"));
            evelyn.page.$("#action-1").shouldHave(value("Name a delegate for legal.")).clear();
            evelyn.page.$$("button").findBy(text("Acknowledge the report")).click();
            evelyn.page.$("#minutes").shouldBe(visible);
            evelyn.look("page-report-acknowledged");
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
