package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import com.codeborne.selenide.SelenideElement;
import org.countersign.ReviewForm;

import static com.codeborne.selenide.Condition.appear;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;

/**
 * The engine's Tasklist, as reviewers use it.
 */
final class Tasklist {

    /** Tasklist's own footer lies over what is at the edge. */
    private static final String MIDDLE = "{block: 'center'}";
    private static final String FIELD = ".fjs-container .fjs-form-field";

    private final SelenideDriver page;

    Tasklist(SelenideDriver page) {
        this.page = page;
    }

    /** The entry of a task in the list of a role. */
    SelenideElement task(String role, String kind) {
        page.open("/camunda/app/tasklist/default/");
        page.$$(".task-filter .name").findBy(text(role + ": waiting")).click();
        return page.$$(".tasks-list .task").findBy(text(role + " review: " + kind)).shouldBe(visible);
    }

    void openTask(String role, String kind) {
        task(role, kind).click();
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
        page.$$(FIELD + "-radio").findBy(text(question)).$$("label").findBy(exactText(answer))
                .scrollIntoView(MIDDLE).click();
    }

    void fill(String label, String words) {
        page.$$(FIELD + "-textarea").findBy(text(label)).$("textarea").setValue(words);
    }

    /** Every question of the checklist in the way that lets a post pass. */
    void answerSafely(String role) {
        ReviewForm.of(role).safeLabels().forEach(this::choose);
    }

    void complete() {
        page.$$("button.btn-primary").findBy(text("Complete")).scrollIntoView(MIDDLE).click();
    }

    void completed() {
        page.$(".fjs-container").should(disappear);
    }

    /** Tasklist says so in a notice, which is then closed. */
    void toldThat(String sentence) {
        SelenideElement notice = page.$("[notifications-panel] .alert").shouldHave(text(sentence));
        notice.$("button.close:not(.ng-hide)").click();
        notice.should(disappear);
    }
}
