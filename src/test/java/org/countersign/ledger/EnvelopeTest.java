package org.countersign.ledger;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvelopeTest {

    private static final Envelope ENVELOPE = new Envelope(UUID.fromString("019aab00-0000-7000-8000-000000000001"),
            UUID.fromString("00000000-0000-4000-8000-000000000002"), Long.MAX_VALUE, "review.decided", "post",
            Actor.staff("lena"), Instant.parse("2026-11-22T12:00:00.000001Z"), Instant.parse("2026-11-22T12:00:01Z"),
            Map.of("version", "2", "role", "legal"), "ab".repeat(32), 1234);

    @Test
    void comesBackFromItsBytesAsItWas() {
        assertThat(Envelope.parse(ENVELOPE.bytes())).isEqualTo(ENVELOPE);
        assertThat(Envelope.parse(ENVELOPE.bytes()).bytes()).isEqualTo(ENVELOPE.bytes());
    }

    /** These bytes are hashed for years: whoever changes them needs another schema. */
    @Test
    void hasTheBytesThatItHadWhenTheFirstRecordWasWritten() {
        assertThat(new String(ENVELOPE.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"actorId\":\"lena\","
                + "\"actorType\":\"STAFF\",\"kind\":\"review.decided\",\"occurredAt\":\"2026-11-22T12:00:00.000001Z\","
                + "\"payloadCommitment\":\"" + "ab".repeat(32) + "\",\"payloadLength\":\"1234\","
                + "\"recordId\":\"019aab00-0000-7000-8000-000000000001\",\"recordedAt\":\"2026-11-22T12:00:01Z\","
                + "\"references\":{\"role\":\"legal\",\"version\":\"2\"},\"retentionClass\":\"post\","
                + "\"schema\":\"countersign/record/1\",\"stream\":\"00000000-0000-4000-8000-000000000002\","
                + "\"streamSeq\":\"9223372036854775807\",\"tenant\":\"1\"}");
    }

    @Test
    void anotherSchemaIsNotGuessedAt() {
        byte[] other = "{\"schema\":\"countersign/record/2\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Envelope.parse(other)).isInstanceOf(IllegalStateException.class).hasMessageContaining("schema");
    }
}
