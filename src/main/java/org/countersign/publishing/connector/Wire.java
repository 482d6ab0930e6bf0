package org.countersign.publishing.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One conversation with a server: makes the calls of one delivery and keeps what was said. Not shared between threads.
 */
public final class Wire {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_ANSWER = 4 << 20;

    private final RestClient client;
    private final Clock clock;
    private final Instant deadline;
    private final List<Exchange> exchanges = new ArrayList<>();

    Wire(RestClient client, Clock clock, Instant deadline) {
        this.client = client;
        this.clock = clock;
        this.deadline = deadline;
    }

    public Answer get(URI uri, String token) throws WireBroken {
        return call(HttpMethod.GET, uri, token, headers -> { }, null, null, true);
    }

    /** Posts JSON. The body is kept as it is, so it must hold no secret. */
    public Answer post(URI uri, String token, JsonNode body, Consumer<HttpHeaders> headers) throws WireBroken {
        return call(HttpMethod.POST, uri, token, json(headers), body.toString().getBytes(UTF_8), body.toString(), true);
    }

    /** Posts JSON that holds a secret, and gets one back when it succeeds: neither is kept. */
    public Answer postSecret(URI uri, JsonNode body) throws WireBroken {
        return call(HttpMethod.POST, uri, null, json(headers -> { }), body.toString().getBytes(UTF_8), Exchange.WITHHELD,
                false);
    }

    /** Posts bytes, of which only the description is kept. */
    public Answer postBytes(URI uri, String token, byte[] body, MediaType type, String description) throws WireBroken {
        return call(HttpMethod.POST, uri, token, headers -> headers.setContentType(type), body, description, true);
    }

    public <T> Answered<T> answered(T result) {
        return new Answered<>(result, exchanges);
    }

    private Answer call(HttpMethod method, URI uri, String token, Consumer<HttpHeaders> headers, byte[] body, String kept,
                        boolean keepAnswer) throws WireBroken {
        Instant at = clock.instant();
        if (!at.isBefore(deadline)) {
            throw new WireBroken("The time for this delivery was used up before the next call", false, null);
        }
        if (token != null && !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            // The HTTP client would refuse it with a message that repeats it.
            throw new WireBroken("The account's token holds characters that no token has", false, null);
        }
        try {
            RestClient.RequestBodySpec request = client.method(method).uri(uri).headers(headers);
            if (token != null) {
                request.headers(all -> all.setBearerAuth(token));
            }
            if (body != null) {
                request.body(body);
            }
            Answer answer = request.exchange((sent, response) -> new Answer(response.getStatusCode().value(),
                    response.getHeaders(), new String(response.getBody().readNBytes(LONGEST_ANSWER), UTF_8)));
            exchanges.add(new Exchange(at, method.name(), uri.toString(), kept, answer.status(),
                    keepAnswer || !answer.ok() ? answer.body() : Exchange.WITHHELD));
            return answer;
        } catch (ResourceAccessException e) {
            WireBroken broken = broken(e);
            exchanges.add(new Exchange(at, method.name(), uri.toString(), kept, 0, broken.getMessage()));
            throw broken;
        }
    }

    private static Consumer<HttpHeaders> json(Consumer<HttpHeaders> more) {
        return headers -> {
            headers.setContentType(MediaType.APPLICATION_JSON);
            more.accept(headers);
        };
    }

    private static WireBroken broken(ResourceAccessException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException) {
                return new WireBroken("The server could not be reached in time", false, failure);
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return new WireBroken("The server's name is not known", false, failure);
            }
            if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
                return new WireBroken("The server accepts no connection", false, failure);
            }
        }
        return new WireBroken(failure.getCause() instanceof HttpTimeoutException 
                ? "The server did not answer in time" : "The connection broke before the answer was complete",
                true, failure);
    }
}
