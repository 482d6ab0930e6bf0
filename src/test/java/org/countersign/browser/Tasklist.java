package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import com.codeborne.selenide.SelenideElement;
import org.countersign.ReviewForm;

import static com.codeborne.selenide.Condition.appear;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;

/**
 * The engine's Tasklist, as reviewers use it.
 */
final class Tasklist {

    private static final String FIELD = ".fjs-container .fjs-form-field";

    private final SelenideDriver page;

    Tasklist(SelenideDriver page) {
        this.page = page;
    }

    /** Opens the task through the filter of a role. */
    void openTask(String role, String kind) {
        page.open("/camunda/app/tasklist/default/");
        page.$$(".task-filter .name").findBy(text(role + ": waiting")).click();
        page.$$(".tasks-list .task").findBy(text(role + " review: " + kind)).click();
        page.$$("button").findBy(text("Claim")).should(appear);
    }

    void claim() {
        page.$$("button").findBy(exactText("Claim")).click();
    }

    /** Looks at the post in its tab; what is asked for then is inside the frame until {@link #form()}. */
    SelenideElement post() {
        page.$$(".nav-tabs a").findBy(text("Post")).click();
        page.switchTo().frame(page.$("iframe[title=Post]").shouldBe(visible));
        return page.$("main").shouldBe(visible);
    }

    void form() {
        page.switchTo().defaultContent();
        page.$$(".nav-tabs a").findBy(text("Form")).click();
        page.$(".fjs-container").shouldBe(visible);
        page.$$(".fjs-form-field-radio").findBy(text("Your decision")).$("input").shouldBe(visible);
    }

    void choose(String question, String answer) {
        page.$$(FIELD + "-radio").findBy(text(question)).$$("label").findBy(exactText(answer)).click();
    }

    void fill(String label, String words) {
        page.$$(FIELD + "-textarea").findBy(text(label)).$("textarea").setValue(words);
    }

    /** Every question of the checklist in the way that lets a post pass. */
    void answerSafely(String role) {
        ReviewForm.of(role).safeLabels().forEach(this::choose);
    }

    void complete() {
        page.$$("button.btn-primary").findBy(text("Complete")).click();
    }

    void completed() {
        page.$(".fjs-container").should(disappear);
    }

    /** What Tasklist says in its notice. */
    SelenideElement notice() {
        return page.$("[notifications-panel] .alert, .notifications .notification").should(exist);
    }
}
