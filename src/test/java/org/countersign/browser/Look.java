package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.openqa.selenium.chromium.HasCdp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at a page as it is on a desk and on a telephone.
 */
public final class Look {

    private static final List<Integer> WIDTHS = List.of(1280, 390);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final String TOO_WIDE = """
            return document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > innerWidth).map(part => part.outerHTML.slice(0, 150))""";

    private static final String MOVES_NO_MORE = """
            return document.getAnimations().every(motion => !(motion instanceof CSSTransition))""";

    private Look() {
    }

    /**
     * No rule of WCAG 2.1 A and AA that a machine can check is broken, nothing has to be scrolled sideways, and there are
     * pictures for people: {@code target/browser/<name>-<width>.png}.
     */
    public static void at(Browser browser, String name) throws IOException {
        SelenideDriver page = browser.page();
        for (int width : WIDTHS) {
            resize(page, width, 900);
            String where = name + " at " + width;
            picture(page, name + "-" + width);
            List<String> tooWide = page.executeJavaScript(TOO_WIDE);
            assertThat(tooWide).as(where + " is too wide").isEmpty();
            List<Rule> broken = new AxeBuilder().withTags(WCAG).analyze(page.getWebDriver()).getViolations();
            assertThat(broken).as(where).extracting(rule -> rule.getId() + ": " + rule.getNodes()).isEmpty();
        }
        restore(page);
    }

    /** Pictures only, of a page that is not ours. */
    public static void at(Browser browser, String name, int height) throws IOException {
        for (int width : WIDTHS) {
            resize(browser.page(), width, height);
            picture(browser.page(), name + "-" + width);
        }
        restore(browser.page());
    }

    private static void resize(SelenideDriver page, int width, int height) {
        chromium(page).executeCdpCommand("Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        awaitStillness(page);
    }

    private static void restore(SelenideDriver page) {
        chromium(page).executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        awaitStillness(page);
    }

    /** Tasklist moves its columns slowly: whoever clicks meanwhile meets something else. */
    private static void awaitStillness(SelenideDriver page) {
        page.Wait().until(driver -> page.<Boolean>executeJavaScript(MOVES_NO_MORE));
    }

    private static void picture(SelenideDriver page, String name) throws IOException {
        Object png = chromium(page).executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        Files.write(Files.createDirectories(Path.of("target/browser")).resolve(name + ".png"),
                Base64.getDecoder().decode(png.toString()));
    }

    private static HasCdp chromium(SelenideDriver page) {
        return (HasCdp) page.getWebDriver();
    }
}
