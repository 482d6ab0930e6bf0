package org.countersign.browser;

import com.codeborne.selenide.SelenideConfig;
import com.codeborne.selenide.SelenideDriver;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeOptions;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One person's browser: a headless Chromium with a profile of its own, so that several people can be logged in at the
 * same time. It reaches this machine only. For tests with {@link RequiresChromium}.
 */
public final class Browser implements AutoCloseable {

    /** How long a page may take to show what is expected; a machine that builds is busy. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path HOME = Path.of("target/browser").toAbsolutePath();

    private final SelenideDriver page;
    private final Path profile;

    private Browser(SelenideDriver page, Path profile) {
        this.page = page;
        this.profile = profile;
    }

    /** @param baseUrl what relative addresses start from: {@code http://localhost:8080} */
    public static Browser open(String baseUrl) throws IOException {
        Chromium chromium = Chromium.find().orElseThrow();
        // Named, the driver is not looked for: Selenium would download one.
        System.setProperty("webdriver.chrome.driver", chromium.driver().toString());
        Path profile = Files.createTempDirectory(Files.createDirectories(HOME.resolve("profiles")), "person");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toString());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
                "--lang=en-US", "--window-size=1400,1600", "--user-data-dir=" + profile);
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
        SelenideConfig config = new SelenideConfig().browser("chrome").browserBinary(chromium.browser().toString())
                .browserCapabilities(options).browserSize("1400x1600").baseUrl(baseUrl).timeout(PATIENCE.toMillis())
                .pageLoadTimeout(PATIENCE.toMillis())
                .screenshots(false).savePageSource(false).reportsFolder(HOME.resolve("reports").toString());
        return new Browser(new SelenideDriver(config), profile);
    }

    /** What is on the screen, to look into and to act on. */
    public SelenideDriver page() {
        return page;
    }

    /** Keeps a picture of the page as {@code target/browser/<name>.png}. */
    public Path screenshot(String name) throws IOException {
        return Files.write(Files.createDirectories(HOME).resolve(name + ".png"), page.screenshot(OutputType.BYTES));
    }

    @Override
    public void close() throws IOException {
        page.close();
        FileSystemUtils.deleteRecursively(profile);
    }
}
