package org.countersign.publishing.bluesky;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import org.countersign.account.Account;
import org.countersign.account.Channel;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Exchange;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Outcome.NotSent;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Outcome.Sent;
import org.countersign.publishing.connector.Outcome.Unknown;
import org.countersign.publishing.connector.Samples;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.connector.Wires;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our reading of the documents of AT Protocol, for answers that a real server does not give on demand.
 * {@code BlueskyServerIT} holds the same connector against a server that others wrote.
 */
class BlueskyContractTest {

    private static final String SESSION = "/xrpc/com.atproto.server.createSession";
    private static final String UPLOAD = "/xrpc/com.atproto.repo.uploadBlob";
    private static final String PUT = "/xrpc/com.atproto.repo.putRecord";
    private static final String GET = "/xrpc/com.atproto.repo.getRecord";
    private static final String SECRET = "abcd-efgh-ijkl-mnop";
    private static final String TOKEN = "header.payload.signature";
    private static final Dispatch POST = Samples.withPicture("Flu shots: https://harborvale.example/flu.", "A nurse smiles");

    @RegisterExtension
    static final WireMockExtension NETWORK = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1")).build();

    private final BlueskyConnector connector = new BlueskyConnector(new Wires(Samples.CALLS, Clock.systemUTC()),
            Clock.systemUTC());

    @BeforeEach
    void everythingSucceeds() {
        answer(SESSION, okJson("{\"did\":\"did:plc:abc\",\"handle\":\"hv.test\",\"accessJwt\":\"" + TOKEN
                + "\",\"refreshJwt\":\"refresh.me\"}"));
        answer(UPLOAD, okJson("{\"blob\":{\"$type\":\"blob\",\"ref\":{\"$link\":\"bafkrei\"},\"mimeType\":\"image/png\",\"size\":9}}"));
        answer(PUT, okJson("{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/3l7a2b4cdef2g\",\"cid\":\"bafyrei\"}"));
    }

    @Test
    void putsTheRecordUnderItsOwnKeyAndOnlyWhereNothingIs() {
        Answered<Outcome> answered = publish(POST);
        assertThat(answered.result()).isInstanceOfSatisfying(Sent.class, sent ->
                assertThat(sent.remoteId()).isEqualTo("at://did:plc:abc/app.bsky.feed.post/3l7a2b4cdef2g"));
        NETWORK.verify(postRequestedFor(urlPathEqualTo(PUT)).withRequestBody(equalToJson("""
                {"repo": "did:plc:abc", "collection": "app.bsky.feed.post", "rkey": "3l7a2b4cdef2g", "swapRecord": null,
                 "record": {"$type": "app.bsky.feed.post", "text": "Flu shots: https://harborvale.example/flu.",
                   "createdAt": "2026-11-20T15:00:00.000Z",
                   "facets": [{"index": {"byteStart": 11, "byteEnd": 41}, "features": [
                     {"$type": "app.bsky.richtext.facet#link", "uri": "https://harborvale.example/flu"}]}],
                   "embed": {"$type": "app.bsky.embed.images", "images": [{"alt": "A nurse smiles",
                     "aspectRatio": {"width": 40, "height": 30}, "image": "${json-unit.ignore}"}]}}}
                """, true, false)));
    }

    @Test
    void whatIsKeptHoldsNoSecret() {
        assertThat(publish(POST).exchanges()).hasSize(3).extracting(Exchange::status).containsOnly(200);
        assertThat(publish(POST).exchanges()).noneSatisfy(exchange ->
                assertThat(exchange.toString()).containsAnyOf(SECRET, TOKEN, "refresh.me"));
        assertThat(publish(POST).exchanges().get(2).request()).contains("Flu shots");
    }

    @Test
    void aWrongPasswordIsRefusedWithWhatToDo() {
        answer(SESSION, json(401, "{\"error\":\"AuthenticationRequired\",\"message\":\"Invalid identifier or password\"}"));
        assertThat(publish(POST).result()).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.advice()).contains("Accounts");
        });
        NETWORK.verify(0, postRequestedFor(urlPathEqualTo(PUT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSION, UPLOAD, PUT})
    void tooManyRequestsIsTriedLater(String path) {
        answer(path, json(429, "{\"error\":\"RateLimitExceeded\"}").withHeader("Retry-After", "120"));
        assertThat(publish(POST).result()).isEqualTo(
                new NotSent("The network asks to wait: too many requests.", Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({SESSION + ",500", SESSION + ",503", UPLOAD + ",502"})
    void aServerThatFailsBeforehandMadeNoPost(String path, int status) {
        answer(path, json(status, "{\"error\":\"InternalServerError\"}"));
        assertThat(publish(POST).result()).isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void aServerThatFailsAtThePostMayHaveMadeIt(int status) {
        answer(PUT, json(status, "{\"error\":\"InternalServerError\"}"));
        assertThat(publish(POST).result()).isInstanceOf(Unknown.class);
    }

    @Test
    void aRefusedConnectionSentNothing() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(connector.publish(POST, account("http://127.0.0.1:" + closed), SECRET).result())
                .isEqualTo(new NotSent("The server accepts no connection.", null));
    }

    @Test
    void anUnknownHostSentNothing() {
        assertThat(connector.publish(POST, account("http://nowhere.invalid"), SECRET).result())
                .isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @CsvSource({SESSION + ",NotSent", UPLOAD + ",NotSent", PUT + ",Unknown"})
    void noAnswerInTimeIsUnknownOnlyAtThePost(String path, String outcome) {
        answer(path, okJson("{}").withFixedDelay(3_000));
        BlueskyConnector hasty = new BlueskyConnector(new Wires(Samples.HASTY, Clock.systemUTC()), Clock.systemUTC());
        Outcome slow = hasty.publish(POST, account(NETWORK.baseUrl()), SECRET).result();
        assertThat(slow.getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({SESSION + ",NotSent", UPLOAD + ",NotSent", PUT + ",Unknown"})
    void aBrokenConnectionIsUnknownOnlyAtThePost(String path, String outcome) {
        for (Fault fault : Fault.values()) {
            answer(path, aResponse().withFault(fault));
            assertThat(publish(POST).result().getClass().getSimpleName()).as(fault.name()).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @CsvSource({SESSION + ",NotSent", UPLOAD + ",NotSent", PUT + ",Unknown"})
    void garbageIsUnknownOnlyAtThePost(String path, String outcome) {
        for (String body : new String[]{"", "<html>ok</html>", "{\"uri\":", "[]", "null", "\"\""}) {
            answer(path, aResponse().withStatus(200).withBody(body));
            assertThat(publish(POST).result().getClass().getSimpleName()).as(body).isEqualTo(outcome);
        }
    }

    @Test
    void aPictureOverTheLimitIsRefusedBeforeAnythingIsSent() {
        assertThat(publish(Samples.withPictureOf(2_000_001)).result()).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.message()).contains("2000001", "2,000,000"));
        NETWORK.verify(0, postRequestedFor(urlPathEqualTo(SESSION)));
        assertThat(publish(Samples.withPictureOf(2_000_000)).result()).isInstanceOf(Sent.class);
    }

    @Test
    void aPostTurnedAwayTellsTheReasonOfTheServer() {
        answer(PUT, json(400, "{\"error\":\"InvalidRequest\",\"message\":\"Record/text must not be longer than 300 graphemes\"}"));
        assertThat(publish(POST).result()).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.message()).contains("300 graphemes"));
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer(SESSION, aResponse().withStatus(307).withHeader("Location", NETWORK.baseUrl() + "/elsewhere"));
        assertThat(publish(POST).result()).isInstanceOf(Refused.class);
        NETWORK.verify(0, postRequestedFor(urlPathEqualTo("/elsewhere")));
    }

    @Test
    void ourOwnRecordUnderTheKeyIsASuccess() {
        occupiedBy(PostRecord.of(POST).toString());
        assertThat(publish(POST).result()).isInstanceOf(Sent.class);
    }

    @Test
    void anotherRecordUnderTheKeyIsNeverOverwrittenAndNeverCalledOurs() {
        occupiedBy(PostRecord.of(POST).put("text", "Edited by somebody").toString());
        assertThat(publish(POST).result()).isInstanceOf(Unknown.class);
        NETWORK.verify(1, postRequestedFor(urlPathEqualTo(PUT)));
        assertThat(readBack().result()).isInstanceOf(Sighting.Doubtful.class);
    }

    @Test
    void readBackTellsFoundFromAbsentFromUnclear() {
        record(json(200, record(PostRecord.of(POST).toString())));
        assertThat(readBack().result()).isInstanceOf(Sighting.Found.class);
        record(json(400, "{\"error\":\"RecordNotFound\",\"message\":\"Could not locate record\"}"));
        assertThat(readBack().result()).isInstanceOf(Sighting.Absent.class);
        record(json(400, "{\"error\":\"InvalidRequest\",\"message\":\"Could not find repo\"}"));
        assertThat(readBack().result()).isInstanceOf(Sighting.Unclear.class);
        record(json(500, "{}"));
        assertThat(readBack().result()).isInstanceOf(Sighting.Unclear.class);
        record(aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(readBack().result()).isInstanceOf(Sighting.Unclear.class);
        answer(SESSION, json(401, "{}"));
        assertThat(readBack().result()).isInstanceOf(Sighting.Unclear.class);
    }

    private void occupiedBy(String value) {
        answer(PUT, json(400, "{\"error\":\"InvalidSwap\",\"message\":\"Record was at bafyrei\"}"));
        record(json(200, record(value)));
    }

    private static String record(String value) {
        return "{\"uri\":\"at://did:plc:abc/app.bsky.feed.post/3l7a2b4cdef2g\",\"cid\":\"bafyrei\",\"value\":" + value + "}";
    }

    private static void record(ResponseDefinitionBuilder response) {
        NETWORK.stubFor(get(urlPathEqualTo(GET)).willReturn(response));
    }

    private static void answer(String path, ResponseDefinitionBuilder response) {
        MappingBuilder mapping = post(urlPathEqualTo(path));
        NETWORK.stubFor(mapping.willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
    }

    private Answered<Outcome> publish(Dispatch dispatch) {
        return connector.publish(dispatch, account(NETWORK.baseUrl()), SECRET);
    }

    private Answered<Sighting> readBack() {
        return connector.readBack(POST, account(NETWORK.baseUrl()), SECRET, Instant.EPOCH, Set.of());
    }

    private static Account account(String server) {
        return new Account("bluesky-main", Channel.BLUESKY, "bluesky", "Harbor Vale", "hv.test", URI.create(server), true);
    }
}
