package org.countersign.publishing.mastodon;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.countersign.account.Account;
import org.countersign.account.Channel;
import org.countersign.publishing.connector.Answered;
import org.countersign.publishing.connector.CallProperties;
import org.countersign.publishing.connector.Dispatch;
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

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Our reading of Mastodon's documents, which no server of Mastodon itself confirms here.
 */
class MastodonContractTest {

    private static final String INSTANCE = "/api/v2/instance";
    private static final String MEDIA = "/api/v2/media";
    private static final String STATUSES = "/api/v1/statuses";
    private static final String SELF = "/api/v1/accounts/verify_credentials";
    private static final String OWN = "/api/v1/accounts/7/statuses";
    private static final String SECRET = "token-0123456789";
    private static final Instant ATTEMPT = Instant.parse("2026-11-20T15:00:00Z");
    private static final Dispatch POST = Samples.withPicture("Flu & cold: https://harborvale.example/flu", "Eine Pflegerin lächelt");

    @RegisterExtension
    static final WireMockExtension NETWORK = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1")).build();

    private final MastodonConnector connector = connector(Samples.CALLS);

    private static MastodonConnector connector(CallProperties calls) {
        return new MastodonConnector(new Wires(calls, Clock.systemUTC()), new MediaUpload(calls), new OwnStatuses(),
                Clock.systemUTC());
    }

    @BeforeEach
    void everythingSucceeds() {
        answer(INSTANCE, okJson("""
                {"configuration": {"statuses": {"max_characters": 60, "characters_reserved_per_url": 23, "max_media_attachments": 4},
                 "media_attachments": {"image_size_limit": 5000, "description_limit": 100}}}"""));
        answer(MEDIA, okJson("{\"id\":\"900\",\"url\":\"https://files.example/900\"}"));
        answer(STATUSES, okJson("{\"id\":\"1\",\"url\":\"https://mastodon.example/@hv/1\"}"));
        answer(SELF, okJson("{\"id\":\"7\",\"acct\":\"hv\"}"));
    }

    @Test
    void postsTextPictureAndDescriptionWithAKeyForRepetitions() {
        assertThat(publish(POST).result()).isEqualTo(new Sent("1", "https://mastodon.example/@hv/1"));
        NETWORK.verify(postRequestedFor(urlPathEqualTo(MEDIA)).withHeader("Content-Length", matching("\\d+"))
                .withRequestBodyPart(aMultipart("file").withBody(binaryEqualTo(POST.attachments().get(0).bytes())).build())
                .withRequestBodyPart(aMultipart("description").withBody(equalTo("Eine Pflegerin lächelt")).build()));
        NETWORK.verify(postRequestedFor(urlPathEqualTo(STATUSES)).withHeader("Authorization", equalTo("Bearer " + SECRET))
                .withHeader("Idempotency-Key", equalTo(POST.idempotencyKey().toString()))
                .withRequestBody(equalToJson("""
                        {"status": "Flu & cold: https://harborvale.example/flu", "media_ids": ["900"], "visibility": "public"}""")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "hv-archive", "h"})
    void aTokenOfAnotherAccountSendsNothing(String stranger) {
        answer(SELF, okJson("{\"id\":\"8\",\"acct\":\"%s\"}".formatted(stranger)));
        assertThat(publish(POST).result()).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.message()).contains("another account", "@hv"));
        assertThat(readBack(Set.of())).isInstanceOf(Sighting.Unclear.class);
        NETWORK.verify(0, postRequestedFor(urlPathEqualTo(MEDIA)));
        NETWORK.verify(0, postRequestedFor(urlPathEqualTo(STATUSES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hv", "@hv", "@HV@mastodon.example", "hv@mastodon.example"})
    void anAccountIsKnownByItsLocalNameHoweverItWasTyped(String handle) {
        Account account = new Account("m", Channel.MASTODON, "mastodon", "Harbor Vale", handle, URI.create(NETWORK.baseUrl()), true);
        assertThat(connector.publish(POST, account, SECRET).result()).isInstanceOf(Sent.class);
    }

    @Test
    void whatIsKeptHoldsNoSecret() {
        assertThat(publish(POST).exchanges()).hasSize(4)
                .noneSatisfy(exchange -> assertThat(exchange.toString()).contains(SECRET));
    }

    @Test
    void waitsUntilThePictureIsProcessed() {
        answer(MEDIA, aResponse().withStatus(202).withBody("{\"id\":\"900\",\"url\":null}"));
        NETWORK.stubFor(get(urlPathEqualTo("/api/v1/media/900")).inScenario("processing").whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("done").willReturn(aResponse().withStatus(206).withBody("{\"id\":\"900\"}")));
        NETWORK.stubFor(get(urlPathEqualTo("/api/v1/media/900")).inScenario("processing").whenScenarioStateIs("done")
                .willReturn(okJson("{\"id\":\"900\"}")));
        assertThat(publish(POST).result()).isInstanceOf(Sent.class);
        NETWORK.verify(2, getRequestedFor(urlPathEqualTo("/api/v1/media/900")));
    }

    @Test
    void aPictureThatIsNeverProcessedIsTriedLater() {
        answer(MEDIA, aResponse().withStatus(202).withBody("{\"id\":\"900\"}"));
        NETWORK.stubFor(get(urlPathEqualTo("/api/v1/media/900")).willReturn(aResponse().withStatus(206).withBody("{\"id\":\"900\"}")));
        MastodonConnector impatient = new MastodonConnector(new Wires(new CallProperties(
                Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(700), Duration.ofMillis(50)),
                Clock.systemUTC()), new MediaUpload(Samples.CALLS), new OwnStatuses(), Clock.systemUTC());
        assertThat(impatient.publish(POST, account(NETWORK.baseUrl()), SECRET).result()).isInstanceOf(NotSent.class);
        NETWORK.verify(0, postRequestedFor(urlPathEqualTo(STATUSES)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SELF, INSTANCE, MEDIA, STATUSES})
    void aWrongTokenIsRefusedWithWhatToDo(String path) {
        answer(path, json(401, "{\"error\":\"The access token is invalid\"}"));
        assertThat(publish(POST).result()).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.advice()).contains("Accounts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SELF, INSTANCE, MEDIA, STATUSES})
    void tooManyRequestsIsTriedLater(String path) {
        answer(path, json(429, "{\"error\":\"Too many requests\"}").withHeader("Retry-After", "300"));
        assertThat(publish(POST).result()).isInstanceOfSatisfying(NotSent.class, notSent ->
                assertThat(notSent.retryAfter()).isEqualTo(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @CsvSource({SELF + ",500,NotSent", INSTANCE + ",500,NotSent", MEDIA + ",500,NotSent", MEDIA + ",503,NotSent", STATUSES + ",500,Unknown",
            STATUSES + ",503,Unknown", MEDIA + ",422,Refused", STATUSES + ",422,Refused"})
    void aServerThatFailsMayHaveMadeThePostOnlyAtThePost(String path, int status, String outcome) {
        answer(path, json(status, "{\"error\":\"Validation failed\"}"));
        assertThat(publish(POST).result().getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void aRefusedConnectionSentNothing() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(connector.publish(POST, account("http://127.0.0.1:" + closed), SECRET).result())
                .isInstanceOf(NotSent.class);
    }

    @ParameterizedTest
    @CsvSource({SELF + ",NotSent", INSTANCE + ",NotSent", MEDIA + ",NotSent", STATUSES + ",Unknown"})
    void noAnswerABrokenOneAndGarbageAreUnknownOnlyAtThePost(String path, String outcome) {
        answer(path, okJson("{}").withFixedDelay(3_000));
        Outcome slow = connector(Samples.HASTY).publish(POST, account(NETWORK.baseUrl()), SECRET).result();
        assertThat(slow.getClass().getSimpleName()).as("slow").isEqualTo(outcome);
        for (Fault fault : Fault.values()) {
            answer(path, aResponse().withFault(fault));
            assertThat(publish(POST).result().getClass().getSimpleName()).as(fault.name()).isEqualTo(outcome);
        }
        for (String body : new String[]{"", "<html>ok</html>", "{\"id\":", "[]"}) {
            answer(path, aResponse().withStatus(200).withBody(body));
            assertThat(publish(POST).result().getClass().getSimpleName()).as(body).isEqualTo(outcome);
        }
    }

    @Test
    void limitsAreTheServersOwn() {
        assertThat(publish(Samples.withPictureOf(5_001)).result()).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.message()).contains("5001", "5000"));
        assertThat(publish(Samples.text("x".repeat(61))).result()).isInstanceOf(Refused.class);
        assertThat(publish(Samples.text("x".repeat(60))).result()).isInstanceOf(Sent.class);
        String address = "https://harborvale.example/" + "y".repeat(100);
        assertThat(publish(Samples.text("x".repeat(36) + " " + address)).result()).isInstanceOf(Sent.class);
        assertThat(publish(Samples.text("x".repeat(37) + " " + address)).result()).isInstanceOf(Refused.class);
        assertThat(publish(Samples.withPicture("Alt", "z".repeat(101))).result()).isInstanceOf(Refused.class);
        NETWORK.verify(2, postRequestedFor(urlPathEqualTo(STATUSES)));
    }

    @Test
    void anOlderServerIsAskedInItsOwnWords() {
        answer(INSTANCE, json(404, "{\"error\":\"Record not found\"}"));
        answer("/api/v1/instance", okJson("{\"configuration\":{\"statuses\":{\"max_characters\":10}}}"));
        assertThat(publish(Samples.text("x".repeat(11))).result()).isInstanceOf(Refused.class);
        assertThat(publish(Samples.text("x".repeat(10))).result()).isInstanceOf(Sent.class);
    }

    @Test
    void readBackFindsThePostInItsHtml() {
        own(status("55", "2026-11-20T15:00:03.000Z", """
                <p>Flu &amp; cold: <a href="https://harborvale.example/flu" rel="nofollow noopener"><span class="invisible">https://</span><span class="ellipsis">harborvale.example/</span><span class="invisible">flu</span></a></p>""", 1));
        assertThat(readBack(Set.of())).isEqualTo(new Sighting.Found("55", "https://mastodon.example/@hv/55"));
        assertThat(readBack(Set.of("55"))).isInstanceOf(Sighting.Absent.class);
    }

    @Test
    void readBackIsNotFooledByOthers() {
        String html = "<p>Flu &amp; cold: https://harborvale.example/flu</p>";
        own(status("50", "2026-11-20T14:57:59.000Z", html, 1));
        assertThat(readBack(Set.of())).as("before the attempt").isInstanceOf(Sighting.Absent.class);
        own(status("51", "2026-11-20T15:00:01.000Z", html, 0));
        assertThat(readBack(Set.of())).as("without the picture").isInstanceOf(Sighting.Absent.class);
        own(status("52", "2026-11-20T15:00:01.000Z", html.replace("cold", "colds"), 1));
        assertThat(readBack(Set.of())).as("other words").isInstanceOf(Sighting.Absent.class);
        own(status("54", "2026-11-20T15:00:02.000Z", html, 1), status("53", "2026-11-20T15:00:01.000Z", html, 1));
        assertThat(readBack(Set.of())).as("two alike").isInstanceOf(Sighting.Doubtful.class);
        assertThat(readBack(Set.of("53"))).as("two alike, one known").isInstanceOf(Sighting.Found.class);
    }

    @Test
    void readBackGoesThroughThePages() {
        NETWORK.stubFor(get(urlPathEqualTo(OWN)).willReturn(okJson("[" + status("60", "2026-11-20T16:00:00.000Z", "<p>Later</p>", 0) + "]")));
        NETWORK.stubFor(get(urlPathEqualTo(OWN)).withQueryParam("max_id", equalTo("60")).willReturn(okJson("["
                + status("59", "2026-11-20T15:00:01.000Z", "<p>Flu &amp; cold: https://harborvale.example/flu</p>", 1) + "]")));
        NETWORK.stubFor(get(urlPathEqualTo(OWN)).withQueryParam("max_id", equalTo("59")).willReturn(okJson("[]")));
        assertThat(readBack(Set.of())).isInstanceOf(Sighting.Found.class);
    }

    @Test
    void readBackEndsWhereAServerDoesNotPage() {
        own(status("60", "2026-11-20T16:00:00.000Z", "<p>Later</p>", 0));
        assertThat(readBack(Set.of())).isInstanceOf(Sighting.Absent.class);
    }

    @Test
    void readBackThatGetsNoAnswerSaysSo() {
        NETWORK.stubFor(get(urlPathEqualTo(OWN)).willReturn(aResponse().withStatus(500)));
        assertThat(readBack(Set.of())).isInstanceOf(Sighting.Unclear.class);
        answer(SELF, aResponse().withStatus(401));
        assertThat(readBack(Set.of())).isInstanceOf(Sighting.Unclear.class);
        answer(SELF, aResponse().withFault(Fault.EMPTY_RESPONSE));
        assertThat(readBack(Set.of())).isInstanceOf(Sighting.Unclear.class);
    }

    private static void own(String... statuses) {
        NETWORK.stubFor(get(urlPathEqualTo(OWN)).willReturn(okJson("[" + String.join(",", statuses) + "]")));
    }

    private static String status(String id, String createdAt, String html, int pictures) {
        String media = pictures == 0 ? "" : "{\"id\":\"900\"}" + ",{\"id\":\"901\"}".repeat(pictures - 1);
        return "{\"id\":\"%s\",\"created_at\":\"%s\",\"url\":\"https://mastodon.example/@hv/%s\",\"reblog\":null,\"content\":\"%s\",\"media_attachments\":[%s]}"
                .formatted(id, createdAt, id, html.strip().replace("\"", "\\\""), media);
    }

    private static void answer(String path, ResponseDefinitionBuilder response) {
        NETWORK.stubFor(any(urlPathEqualTo(path)).willReturn(response));
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body);
    }

    private Answered<Outcome> publish(Dispatch dispatch) {
        return connector.publish(dispatch, account(NETWORK.baseUrl()), SECRET);
    }

    private Sighting readBack(Set<String> taken) {
        return connector.readBack(POST, account(NETWORK.baseUrl()), SECRET, ATTEMPT, taken).result();
    }

    private static Account account(String server) {
        return new Account("mastodon-main", Channel.MASTODON, "mastodon", "Harbor Vale", "@hv", URI.create(server), true);
    }
}
