package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;

import static com.codeborne.selenide.Condition.text;

/**
 * The inventory of accounts, as a publisher uses it.
 */
final class PublisherPages {

    private final SelenideDriver page;

    PublisherPages(SelenideDriver page) {
        this.page = page;
    }

    void connect(String name, String handle, LoopbackMastodonProcess network) {
        page.open("/accounts");
        page.$("#channel").selectOptionByValue("MASTODON");
        page.$("#name").setValue(name);
        page.$("#handle").setValue(handle);
        page.$("#server").setValue(network.base().toString());
        page.$("#secret").setValue(LoopbackMastodonProcess.TOKEN);
        page.$$("button").findBy(text("Save the account")).click();
        page.$("table").shouldHave(text(name));
    }
}
