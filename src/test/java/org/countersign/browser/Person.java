package org.countersign.browser;

import com.codeborne.selenide.Condition;
import com.codeborne.selenide.SelenideDriver;
import org.countersign.web.Visitor;

import java.io.IOException;
import java.util.List;

/**
 * Somebody of the demonstration organization at her own browser.
 */
final class Person implements AutoCloseable {

    final SelenideDriver page;

    private final Browser browser;

    private Person(Browser browser) {
        this.browser = browser;
        this.page = browser.page();
    }

    /** Signs in on the sign-in page. */
    static Person signedIn(String id, String baseUrl) throws IOException {
        Person person = new Person(Browser.open(baseUrl));
        person.page.open("/login");
        person.page.$("#username").setValue(id);
        person.page.$("#password").setValue(Visitor.PASSWORD).pressEnter();
        person.page.$("#password").should(Condition.disappear);
        return person;
    }

    Person open(String address) {
        page.open(address);
        page.$("h1").shouldBe(Condition.visible);
        return this;
    }

    /** See {@link Look}. */
    void look(String name) throws IOException {
        Look.at(browser, name);
    }

    /** See {@link Look}. */
    void look(String name, int height) throws IOException {
        Look.at(browser, name, height);
    }

    /** See {@link Trouble}. */
    List<String> trouble() {
        return Trouble.of(page);
    }

    @Override
    public void close() throws IOException {
        browser.close();
    }
}
