package org.countersign.publishing.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import org.countersign.account.Account;
import org.countersign.account.Channel;
import org.countersign.publishing.connector.CallProperties;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Outcome;
import org.countersign.publishing.connector.Outcome.Refused;
import org.countersign.publishing.connector.Outcome.Sent;
import org.countersign.publishing.connector.Outcome.Unknown;
import org.countersign.publishing.connector.Samples;
import org.countersign.publishing.connector.Sighting;
import org.countersign.publishing.connector.Wires;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The Bluesky connector against a real Bluesky server.
 */
@Tag("bluesky")
class BlueskyServerIT {

    private static final AtomicInteger KEYS = new AtomicInteger();

    @TempDir
    static Path directory;

    private static BlueskyServer server;

    private final Clock clock = Clock.systemUTC();
    private final BlueskyConnector connector = new BlueskyConnector(new Wires(new CallProperties(Duration.ofSeconds(5),
            Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofSeconds(1)), clock), clock);

    @BeforeAll
    static void start() throws IOException {
        server = new BlueskyServer(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPostWithPictureAndLinkArrivesAsItWasApprovedAndOnlyOnce() {
        Dispatch dispatch = dispatch("Grippeschutz für alle 👩‍⚕️: https://harborvale.example/flu?a=1&b=2 (free)",
                List.of(Samples.picture(Samples.png(400, 300), "A nurse smiles")));
        Outcome first = publish(dispatch);
        JsonNode stored = find(dispatch);

        assertThat(first).isInstanceOfSatisfying(Sent.class, sent -> {
            assertThat(sent.remoteId()).isEqualTo(stored.get("uri").asText()).endsWith(dispatch.recordKey());
            assertThat(sent.url()).startsWith(server.base().toString());
        });
        assertThat(stored.get("value")).isEqualTo(PostRecord.of(dispatch));
        assertThat(stored.at("/value/embed/images/0/alt").asText()).isEqualTo("A nurse smiles");
        assertThat(stored.at("/value/embed/images/0/aspectRatio/width").asInt()).isEqualTo(400);
        assertThat(stored.at("/value/facets/0/features/0/uri").asText()).isEqualTo("https://harborvale.example/flu?a=1&b=2");
        assertThat(server.pictureBytes(stored.at("/value/embed/images/0/image/ref/$link").asText()))
                .isEqualTo(dispatch.attachments().get(0).bytes().length);

        int before = server.posts().size();
        assertThat(publish(dispatch)).isEqualTo(first);
        assertThat(find(dispatch).get("cid")).isEqualTo(stored.get("cid"));
        assertThat(server.posts()).hasSize(before);
        assertThat(readBack(dispatch)).isInstanceOf(Sighting.Found.class);
    }

    @Test
    void aPostThatWasDeletedThereIsAbsent() {
        Dispatch dispatch = dispatch("To be deleted", List.of());
        assertThat(readBack(dispatch)).isInstanceOf(Sighting.Absent.class);
        publish(dispatch);
        server.delete(dispatch.recordKey());
        assertThat(readBack(dispatch)).isInstanceOf(Sighting.Absent.class);
    }

    @Test
    void aPostThatWasEditedThereIsNeverOverwritten() {
        Dispatch dispatch = dispatch("To be edited", List.of());
        publish(dispatch);
        server.edit(dispatch.recordKey(), PostRecord.of(dispatch).put("text", "Edited by somebody"));
        assertThat(publish(dispatch)).isInstanceOf(Unknown.class);
        assertThat(readBack(dispatch)).isInstanceOf(Sighting.Doubtful.class);
        assertThat(find(dispatch).at("/value/text").asText()).isEqualTo("Edited by somebody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "👩‍👩‍👧‍👦", "🇺🇸"})
    void threeHundredGraphemesAreTakenAndOneMoreIsNot(String grapheme) {
        int most = Math.min(300, 3000 / grapheme.getBytes(StandardCharsets.UTF_8).length);
        assertThat(publish(dispatch(grapheme.repeat(most), List.of()))).isInstanceOf(Sent.class);
        assertThat(publish(dispatch(grapheme.repeat(most + 1), List.of()))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.message()).doesNotContain(grapheme.repeat(10));
        });
    }

    @Test
    void theLargestPictureIsTakenAndAFifthIsNot() {
        Dispatch.Attachment largest = Samples.withPictureOf(2_000_000).attachments().get(0);
        assertThat(publish(dispatch("Large", List.of(largest)))).isInstanceOf(Sent.class);
        Dispatch.Attachment small = Samples.picture(Samples.png(4, 3), "");
        assertThat(publish(dispatch("Four", List.of(small, small, small, small)))).isInstanceOf(Sent.class);
        assertThat(publish(dispatch("Five", List.of(small, small, small, small, small)))).isInstanceOf(Refused.class);
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThat(connector.publish(dispatch("Nobody", List.of()), account(), "abcd-efgh-ijkl-mnop").result())
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status()).isEqualTo(401));
    }

    private Outcome publish(Dispatch dispatch) {
        return connector.publish(dispatch, account(), server.appPassword()).result();
    }

    private Sighting readBack(Dispatch dispatch) {
        return connector.readBack(dispatch, account(), server.appPassword(), Instant.EPOCH, Set.of()).result();
    }

    private static JsonNode find(Dispatch dispatch) {
        for (JsonNode post : server.posts()) {
            if (post.get("uri").asText().endsWith("/" + dispatch.recordKey())) {
                return post;
            }
        }
        throw new AssertionError("not on the server: " + dispatch.recordKey());
    }

    private static Dispatch dispatch(String text, List<Dispatch.Attachment> attachments) {
        return new Dispatch(text, attachments, "3l7a2b4cdef" + "%02d".formatted(KEYS.incrementAndGet())
                .replace('0', 'a').replace('1', 'b').replace('8', 'y').replace('9', 'z'), UUID.randomUUID(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static Account account() {
        return new Account("bluesky-main", Channel.BLUESKY, "bluesky", "Harbor Vale", BlueskyServer.HANDLE, server.base(), true);
    }
}
