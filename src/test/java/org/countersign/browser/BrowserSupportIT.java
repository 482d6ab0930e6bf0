package org.countersign.browser;

import com.codeborne.selenide.Condition;
import org.junit.jupiter.api.Test;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

@RequiresChromium
class BrowserSupportIT {

    @Test
    void everyPersonHasABrowserOfHerOwnThatRunsScripts() throws IOException {
        try (Browser ann = Browser.open("http://localhost"); Browser ben = Browser.open("http://localhost")) {
            ann.page().open("data:text/html,<button onclick=\"this.textContent='Approved'\">Approve</button>");
            ben.page().open("data:text/html,<h1>Tasks</h1>");

            ann.page().$("button").click();

            ann.page().$("button").shouldHave(Condition.exactText("Approved"));
            ben.page().$("h1").shouldHave(Condition.exactText("Tasks"));
            assertThat(ben.page().$("button").exists()).isFalse();
            assertThat(ann.screenshot("browser-support")).isNotEmptyFile();
        }
    }
}
