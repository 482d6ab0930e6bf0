package org.countersign.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Talks HTTP as a browser does, with cookies but without following redirects, or as a program with HTTP Basic.
 */
public class Visitor {

    /** The password of everybody in tests, see application-test.yaml. */
    public static final String PASSWORD = "demonstration";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private String basic;

    public Visitor(int port) {
        origin = "http://localhost:" + port;
    }

    /** Sends the person's id and the common password with each request. */
    public Visitor basic(String person) {
        basic = "Basic " + Base64.getEncoder().encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Signs in on the sign-in page. */
    public HttpResponse<String> signIn(String person, String password) {
        return submit("/login", "/login", Map.of("username", person, "password", password));
    }

    public Visitor signIn(String person) {
        HttpResponse<String> answer = signIn(person, PASSWORD);
        if (answer.statusCode() != 302 || location(answer).contains("error")) {
            throw new IllegalStateException(person + " cannot sign in: " + answer.statusCode() + " " + location(answer));
        }
        return this;
    }

    /** Opens a page, takes its CSRF token, and sends a form. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        Matcher token = CSRF.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("No CSRF token on " + page);
        }
        String body = fields.entrySet().stream().map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&")) + "&_csrf=" + encode(token.group(1));
        return send(request(action).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html, application/json;q=0.9").GET());
    }

    public HttpResponse<String> post(String path, String json) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    /** As {@link #post}, but without the token that Tasklist sends along. */
    public HttpResponse<String> postWithoutToken(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst();
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        return basic == null ? request : request.header("Authorization", basic);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
