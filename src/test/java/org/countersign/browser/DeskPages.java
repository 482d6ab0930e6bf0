package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import org.awaitility.Awaitility;

import java.nio.file.Path;
import java.util.UUID;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.partialValue;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The desk, as an author uses it.
 */
final class DeskPages {

    private final SelenideDriver page;

    DeskPages(SelenideDriver page) {
        this.page = page;
    }

    /** From the list to an empty post for an account. */
    void begin(String account) {
        page.open("/desk");
        page.$("a[href='/desk/new']").click();
        page.$$("#accounts label").findBy(text(account)).click();
    }

    void write(String words) {
        page.$("#text-MASTODON").setValue(words);
        page.$("#preview").shouldHave(text(words));
    }

    void addPicture(Path file, String altText) {
        page.$("#picture-file").uploadFile(file.toFile());
        page.$("#picture-list img").shouldBe(visible);
        page.$("#picture-list textarea[name^='alt.']").setValue(altText);
        page.$("#preview").shouldHave(text(altText));
    }

    void kind(String kind) {
        page.$("#kind").selectOptionByValue(kind);
    }

    /** @return the id of the post */
    UUID submit() {
        page.$("button[value=submit]").click();
        page.$(".note[role=status]").shouldHave(text("was submitted for review"));
        return UUID.fromString(page.$("#compose").getAttribute("action").replaceAll(".*/", ""));
    }

    /** Opens the post from the list, where it waits for its author. */
    void openReturned(String words) {
        page.open("/desk");
        page.$("section[aria-labelledby=waiting]").$$(".excerpt").findBy(text(words)).click();
        page.$("#text-MASTODON").shouldHave(partialValue(words));
    }

    /** Reloads the post until it stands so. */
    void awaitState(UUID post, String state) {
        Awaitility.await().atMost(Browser.PATIENCE).untilAsserted(() -> {
            page.open("/desk/posts/" + post);
            assertThat(page.$(".state").getText()).isEqualTo(state);
        });
        page.$(".state").shouldHave(exactText(state));
    }

    /** Reloads the post until these roles hold it. */
    void awaitHolders(UUID post, String... roles) {
        Awaitility.await().atMost(Browser.PATIENCE).untilAsserted(() -> {
            page.open("/desk/posts/" + post);
            assertThat(page.$("aside").getText()).contains("Now with").contains(roles);
        });
    }

    /** Whether the post waits for a role. */
    boolean heldBy(UUID post, String role) {
        page.open("/desk/posts/" + post);
        return page.$("aside").shouldBe(visible).getText().contains(role);
    }
}
