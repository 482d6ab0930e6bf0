package org.countersign.post.web;

import com.codeborne.selenide.CollectionCondition;
import com.codeborne.selenide.Condition;
import com.codeborne.selenide.SelenideDriver;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.countersign.IntegrationTest;
import org.countersign.browser.Browser;
import org.countersign.browser.RequiresChromium;
import org.countersign.people.Role;
import org.countersign.post.PostState;
import org.countersign.post.Posts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chromium.HasCdp;
import org.openqa.selenium.logging.LogEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.focused;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static org.assertj.core.api.Assertions.assertThat;

/** The desk in a browser: what is typed is counted and shown, nothing is lost, and no page has a barrier (WCAG, axe). */
@IntegrationTest
@RequiresChromium
class DeskPagesIT {

    private static final List<Integer> WIDTHS = List.of(1280, 390);

    private static final String TOO_WIDE = """
            return document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > innerWidth).map(part => part.outerHTML.slice(0, 150))""";

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Posts posts;
    @Autowired
    private IdentityService identities;
    @TempDir
    private Path files;
    private Browser browser;
    private SelenideDriver page;

    @BeforeEach
    void openBrowser() throws IOException {
        DeskSession.connectAccounts(application);
        browser = Browser.open("http://localhost:" + port);
        page = browser.page();
    }

    @AfterEach
    void closeBrowser() throws IOException {
        browser.close();
    }

    @Test
    void anAuthorWritesAPostSeesMistakesAndSubmitsIt() throws IOException {
        signIn("ana");
        page.$("a[href='/desk/new']").click();
        look("desk-new");

        page.$("[value=bluesky-hospital]").click();
        page.$("[value=facebook-hospital]").click();
        page.$("#text-LINKEDIN").shouldNotBe(visible);
        page.$("#text-BLUESKY").setValue("x".repeat(310));
        page.$("#excess-BLUESKY").shouldHave(exactText("10 too many"));
        page.$("#picture-file").uploadFile(file("drive.png", DeskSession.picture()));
        page.$("#picture-list img").shouldBe(visible);
        page.$("button[value=submit]").click();
        page.$("#summary").shouldBe(focused).shouldHave(text("Write a text for Facebook"), text("Describe the picture"));
        page.$("#text-BLUESKY").shouldHave(value("x".repeat(310)));
        look("desk-mistakes");

        page.$("#summary a[href='#media-0-altText']").click();
        page.$("#media-0-altText").shouldBe(focused);
        page.$("#media-0-altText").setValue("A blue drop on a pale ground");
        page.$("#text-BLUESKY").setValue("Blood drive this Friday, 10 to 4, in the main lobby. Walk-ins are welcome. "
                + "Details: https://harborvale.example/blood-drive");
        page.$("#count-BLUESKY").shouldHave(exactText("122 / 300"));
        page.$("button[value='copy:BLUESKY']").click();
        page.$("#text-FACEBOOK").shouldHave(value("Blood drive this Friday"));
        page.$("#kind").selectOptionByValue("EVENT");
        page.$("#preview").shouldHave(text("A blue drop on a pale ground"), text("Harbor Vale Hospital"));
        look("desk-filled");

        page.$("button[value=submit]").click();
        page.$(".note").shouldHave(text("Version 1 was submitted for review."));
        page.$(".state").shouldHave(exactText("In review"));
        look("desk-submitted");
        UUID id = UUID.fromString(page.$("#compose").getAttribute("action").replaceAll(".*/", ""));
        posts.enter(id, PostState.RETURNED);
        page.open("/desk");
        page.$("#waiting").shouldBe(visible);
        look("desk-list");
        assertThat(page.getWebDriver().manage().logs().get("browser").getAll()).extracting(LogEntry::getMessage)
                .noneMatch(message -> message.contains("Content Security Policy") || message.contains("Uncaught"));
    }

    @Test
    void anEmptyDeskSaysWhatToDo() throws IOException {
        User nora = identities.newUser("nora");
        nora.setPassword("demonstration");
        identities.saveUser(nora);
        identities.createMembership("nora", Role.AUTHOR.id());
        signIn("nora");
        page.$(".blank a").shouldHave(text("Write the first post"));
        look("desk-empty");
        page.open("/desk?page=1000");
        page.$(".blank").shouldHave(text("There are no more posts"));
    }

    @Test
    void aFileThatIsTooLargeOrNoPictureLeavesTheTextAlone() throws IOException {
        signIn("ana");
        page.open("/desk/new");
        page.$("[value=bluesky-hospital]").click();
        page.$("#text-BLUESKY").setValue("Typed before the file");
        page.$("#picture-file").uploadFile(file("large.png", new byte[20_000_000]));
        page.$("#upload-said").shouldHave(text("The picture has 20.0 MB"));
        page.$("#picture-file").uploadFile(file("huge.png", new byte[40_000_000]));
        page.$("#upload-said").shouldHave(text("The file is too large"));
        page.$("#picture-file").uploadFile(file("notes.png", new byte[]{1, 2, 3}));
        page.$("#upload-said").shouldHave(text("notes.png: This file is not a JPEG"));
        page.$("#picture-file").shouldHave(Condition.empty);
        page.$("#picture-file").uploadFile(file("drive.png", DeskSession.picture()));
        page.$("#upload-said").shouldHave(text("Added."));
        page.$$("#picture-list li").shouldHave(CollectionCondition.size(1));
        page.$("#text-BLUESKY").shouldHave(value("Typed before the file"));
        page.$("button[aria-label='Remove drive.png']").click();
        page.$$("#picture-list li").shouldHave(CollectionCondition.size(0));
        page.$("#text-BLUESKY").shouldHave(value("Typed before the file"));
    }

    @Test
    void theSecondOfTwoPeopleSeesBothVersions() throws IOException {
        signIn("ana");
        page.open("/desk/new");
        page.$("[value=bluesky-hospital]").click();
        page.$("#text-BLUESKY").setValue("First version");
        page.$(".buttons button[value=save]").click();
        page.$(".note").shouldHave(text("The draft was saved."));
        try (Browser other = Browser.open("http://localhost:" + port)) {
            signIn(other.page(), "ben");
            other.page().open(page.$("#compose").getAttribute("action"));
            other.page().$("#text-BLUESKY").setValue("Ben's version");
            other.page().$(".buttons button[value=save]").click();
            other.page().$(".note").shouldHave(text("The draft was saved."));
        }
        page.$("#text-BLUESKY").setValue("Ana's version");
        page.$(".buttons button[value=save]").click();
        page.$("[role=alert]").shouldHave(text("Ben Okafor saved this post while you were writing"));
        page.$("summary").click();
        page.$(".other").shouldHave(text("Ben's version"));
        page.$("#text-BLUESKY").shouldHave(value("Ana's version"));
        look("desk-conflict");
        page.$("button[value^='replace:']").click();
        page.$(".note").shouldHave(text("The draft was saved."));
        page.$("#text-BLUESKY").shouldHave(value("Ana's version"));
    }

    private void signIn(String person) {
        signIn(page, person);
    }

    private static void signIn(SelenideDriver page, String person) {
        page.open("/login");
        page.$("#username").setValue(person);
        page.$("#password").setValue("demonstration").pressEnter();
        page.$("h1").shouldHave(exactText("My posts"));
    }

    private File file(String name, byte[] bytes) throws IOException {
        return Files.write(files.resolve(name), bytes).toFile();
    }

    /** At both widths: no barrier that axe finds, nothing wider than the screen, and a picture to look at. */
    private void look(String name) throws IOException {
        HasCdp chromium = (HasCdp) page.getWebDriver();
        for (int width : WIDTHS) {
            chromium.executeCdpCommand("Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            assertThat(new AxeBuilder().analyze(page.getWebDriver()).getViolations()).as("%s at %d", name, width)
                    .extracting(Rule::getId, rule -> rule.getNodes().get(0).getHtml()).isEmpty();
            assertThat(page.<List<String>>executeJavaScript(TOO_WIDE)).as("%s at %d is too wide", name, width).isEmpty();
            Object png = chromium.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true)).get("data");
            Files.write(Files.createDirectories(Path.of("target/browser")).resolve(name + "-" + width + ".png"),
                    Base64.getDecoder().decode(png.toString()));
        }
        chromium.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
}
