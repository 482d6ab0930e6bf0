package org.countersign.publishing.mastodon.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/**
 * Starts {@link LoopbackMastodon} in a Java machine of its own, which ends with this one.
 */
public final class LoopbackMastodonProcess implements AutoCloseable {

    /** The token that the server accepts. */
    public static final String TOKEN = "loopback-token";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path file;
    private Process process;
    private URI base;

    /** @param file where the server keeps what was posted; give the same again to find it again */
    public LoopbackMastodonProcess(Path file) throws IOException {
        this.file = file;
        start(0);
    }

    /** Base address, {@code http://127.0.0.1:<port>}. */
    public URI base() {
        return base;
    }

    /** Kills the process (SIGKILL). What it had answered is kept. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts again on the same port with what was posted before. */
    public void restart() throws IOException {
        kill();
        start(base.getPort());
    }

    /** How requests of a kind (instance, media, statuses, self, list) are treated, so many times; see {@link Behavior}. */
    public void behave(String kind, String behavior, int times) {
        request("POST", "/admin/behavior?on=" + kind + "&is=" + behavior + "&times=" + times);
    }

    /** What the public sees, newest first, each with id, text, content, created_at and media_attachments. */
    public JsonNode posts() {
        try {
            return new ObjectMapper().readTree(request("GET", "/public"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes a status as if its owner had done so elsewhere. */
    public void delete(String id) {
        request("DELETE", "/api/v1/statuses/" + id);
    }

    @Override
    public void close() {
        kill();
    }

    private void start(int port) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LoopbackMastodon.class.getName(), Integer.toString(port), TOKEN, file.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready ")) {
                base = URI.create(line.substring(6));
                return;
            }
        }
        throw new IOException("The server did not start");
    }

    private String request(String method, String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + TOKEN)
                    .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
