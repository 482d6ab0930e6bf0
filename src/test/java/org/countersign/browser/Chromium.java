package org.countersign.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Chromium of this machine and its driver. Nothing is ever downloaded.
 */
record Chromium(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser",
            "google-chrome-stable", "google-chrome", "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromedriver.exe",
            "/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver",
            "/snap/bin/chromium.chromedriver");

    /** Looks on the PATH and in the usual places. */
    static Optional<Chromium> find() {
        return find(System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Chromium> find(String path) {
        return first(BROWSERS, path)
                .flatMap(browser -> first(DRIVERS, path).map(driver -> new Chromium(browser, driver)));
    }

    private static Optional<Path> first(List<String> names, String path) {
        return names.stream().flatMap(name -> places(name, path)).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> places(String name, String path) {
        return name.contains("/") || name.contains("\\") ? Stream.of(Path.of(name))
                : Arrays.stream(path.split(File.pathSeparator)).map(directory -> Path.of(directory, name));
    }
}
