package org.countersign.browser;

import com.codeborne.selenide.SelenideDriver;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.openqa.selenium.logging.LogEntry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

/**
 * What went wrong behind a page: errors in the console, requests without an answer, answers with a status of 400 or more.
 */
final class Trouble {

    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * The console's copy of what the network log says with address and status; and what htmx says when somebody types on
     * while a preview is made, so that a newer request takes its place.
     */
    private static final List<String> NO_TROUBLE = List.of("Failed to load resource: the server responded",
            "\"htmx:sendAbort,", "\"htmx:afterRequest,");

    private Trouble() {
    }

    /** What was seen since the last call, in words: {@code 400 POST http://…}. */
    static List<String> of(SelenideDriver page) {
        List<String> trouble = new ArrayList<>();
        for (LogEntry entry : page.getWebDriver().manage().logs().get("browser")) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && NO_TROUBLE.stream().noneMatch(entry.getMessage()::contains)) {
                trouble.add("console: " + entry.getMessage());
            }
        }
        Map<String, String> requests = new HashMap<>();
        for (LogEntry entry : page.getWebDriver().manage().logs().get("performance")) {
            JsonNode message = message(entry);
            JsonNode about = message.path("params");
            String id = about.path("requestId").asText();
            switch (message.path("method").asText()) {
                case "Network.requestWillBeSent" -> requests.put(id,
                        about.at("/request/method").asText() + " " + about.at("/request/url").asText());
                case "Network.responseReceived" -> {
                    if (about.at("/response/status").asInt() >= 400) {
                        trouble.add(about.at("/response/status").asInt() + " " + requests.get(id));
                    }
                }
                case "Network.loadingFailed" -> {
                    // Who leaves a page cancels what was still on its way; what nobody saw begin is the browser's own.
                    if (!about.path("canceled").asBoolean() && requests.containsKey(id)) {
                        trouble.add(about.path("errorText").asText() + " " + requests.get(id));
                    }
                }
                default -> {
                    continue;
                }
            }
        }
        return trouble;
    }

    private static JsonNode message(LogEntry entry) {
        try {
            return JSON.readTree(entry.getMessage()).path("message");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
