package org.countersign.publishing.mastodon.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A server that speaks the part of Mastodon's interface that we use, as a process of its own:
 * {@code LoopbackMastodon <port> <token> <file>}. {@code POST /admin/behavior?on=statuses&is=FAILS&times=2} makes it
 * misbehave; {@code GET /public} shows what the public would see, as a page or as JSON.
 */
public final class LoopbackMastodon {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StatusStore store;
    private final StatusPages pages;
    private final String token;
    private final Map<String, Behavior> behaviors = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();

    private LoopbackMastodon(String token, StatusStore store, String base) {
        this.token = token;
        this.store = store;
        this.pages = new StatusPages(store, base);
    }

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        LoopbackMastodon mastodon = new LoopbackMastodon(arguments[1], new StatusStore(Path.of(arguments[2])), base);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", mastodon::handle);
        server.start();
        System.out.println("ready " + base);
        endWithParent();
    }

    /** The parent holds the standard input: when it ends, so does this process. */
    private static void endWithParent() throws IOException {
        while (System.in.read() >= 0) {
            continue;
        }
        System.exit(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            String method = exchange.getRequestMethod();
            if (path.equals("/public")) {
                show(exchange);
            } else if (path.startsWith("/media/")) {
                StatusStore.Media media = store.media(path.substring(7));
                answer(exchange, media == null ? 404 : 200, media == null ? "text/plain" : media.contentType(),
                        media == null ? new byte[0] : media.bytes());
            } else if (path.equals("/admin/behavior") && method.equals("POST")) {
                Map<String, String> query = query(exchange);
                behaviors.put(query.get("on"), Behavior.valueOf(query.get("is")));
                times.put(query.get("on"), new AtomicInteger(Integer.parseInt(query.getOrDefault("times", "1000000"))));
                json(exchange, 200, JSON.createObjectNode());
            } else if (path.endsWith("/instance")) {
                behave(exchange, "instance", () -> instance());
            } else if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                error(exchange, 401, "The access token is invalid");
            } else {
                api(exchange, method, path, body);
            }
        }
    }

    private void api(HttpExchange exchange, String method, String path, byte[] body) throws IOException {
        if (method.equals("POST") && path.equals("/api/v2/media")) {
            FormParts form = FormParts.parse(exchange.getRequestHeaders().getFirst("Content-Type"), body);
            FormParts.Part file = form.parts().get("file");
            behave(exchange, "media", () -> pages.media(
                    store.addMedia(file.contentType(), form.text("description"), file.bytes())));
        } else if (method.equals("POST") && path.equals("/api/v1/statuses")) {
            JsonNode status = JSON.readTree(body);
            String text = status.path("status").asText();
            if (text.codePointCount(0, text.length()) > 500) {
                error(exchange, 422, "Validation failed: Text character limit of 500 exceeded");
                return;
            }
            List<String> mediaIds = new ArrayList<>();
            status.path("media_ids").forEach(id -> mediaIds.add(id.asText()));
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            behave(exchange, "statuses", () -> pages.status(store.addStatus(key, text, mediaIds)));
        } else if (path.equals("/api/v1/accounts/verify_credentials")) {
            behave(exchange, "self", () -> JSON.createObjectNode().put("id", "7").put("acct", "harborvale"));
        } else if (path.equals("/api/v1/accounts/7/statuses")) {
            String before = query(exchange).get("max_id");
            int limit = Integer.parseInt(query(exchange).getOrDefault("limit", "20"));
            ArrayNode page = JSON.createArrayNode();
            store.statuses().stream().filter(s -> before == null || Long.parseLong(s.id()) < Long.parseLong(before))
                    .limit(limit).forEach(s -> page.add(pages.status(s)));
            behave(exchange, "list", () -> page);
        } else if (path.startsWith("/api/v1/statuses/")) {
            String id = path.substring("/api/v1/statuses/".length());
            StatusStore.Status status = store.status(id);
            if (status == null || method.equals("DELETE") && !store.delete(id)) {
                error(exchange, 404, "Record not found");
                return;
            }
            json(exchange, 200, pages.status(status));
        } else {
            error(exchange, 404, "Record not found");
        }
    }

    private interface Act {
        JsonNode perform();
    }

    private void behave(HttpExchange exchange, String kind, Act act) throws IOException {
        Behavior behavior = times.containsKey(kind) && times.get(kind).getAndDecrement() > 0
                ? behaviors.get(kind) : Behavior.OK;
        JsonNode answer = behavior.stores() ? act.perform() : null;
        switch (behavior) {
            case OK -> json(exchange, 200, answer);
            case SLOW -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(60));
                json(exchange, 200, answer);
            }
            case UNAUTHORIZED -> error(exchange, 401, "The access token is invalid");
            case TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "60");
                error(exchange, 429, "Too many requests");
            }
            case FAILS, STORES_AND_FAILS -> error(exchange, 500, "We're sorry, but something went wrong on our end");
            // Leaving without an answer closes the connection.
            case SILENT, STORES_AND_SILENT -> exchange.getRequestBody().close();
        }
    }

    private static JsonNode instance() {
        return JSON.createObjectNode().put("domain", "localhost").set("configuration", JSON.createObjectNode()
                .<ObjectNode>set("statuses", JSON.createObjectNode()
                        .put("max_characters", 500).put("max_media_attachments", 4).put("characters_reserved_per_url", 23))
                .set("media_attachments", JSON.createObjectNode().put("image_size_limit", 16_777_216)));
    }

    private void show(HttpExchange exchange) throws IOException {
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && accept.contains("html")) {
            answer(exchange, 200, "text/html; charset=utf-8", pages.page().getBytes(UTF_8));
        } else {
            json(exchange, 200, pages.all());
        }
    }

    private static void error(HttpExchange exchange, int status, String message) throws IOException {
        json(exchange, status, JSON.createObjectNode().put("error", message));
    }

    private static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        answer(exchange, status, "application/json; charset=utf-8", body.toString().getBytes(UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null ? Map.of() : List.of(query.split("&")).stream().map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length > 1 ? pair[1] : ""));
    }
}
