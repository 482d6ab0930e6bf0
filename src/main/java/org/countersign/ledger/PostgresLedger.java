package org.countersign.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The ledger in PostgreSQL: three inserts in the transaction of the act.
 */
@Component
class PostgresLedger implements Ledger {

    /** Until a schedule gives other classes, everything is kept as the record of a post. */
    private static final String RETENTION_CLASS = "post";

    private final JdbcClient jdbc;
    private final PayloadVault vault;
    private final ObjectMapper json;
    private final Clock clock;

    PostgresLedger(JdbcClient jdbc, PayloadVault vault, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public UUID append(LedgerEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a ledger record belongs into the transaction of its act: " + entry.kind());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = TimeOrderedId.at(now);
        PayloadVault.Sealed sealed = vault.seal(id, written(entry));
        long sequence = nextInStream(entry.stream());
        Envelope envelope = new Envelope(id, entry.stream(), sequence, entry.kind(), RETENTION_CLASS, entry.actor(),
                entry.occurredAt().truncatedTo(ChronoUnit.MICROS), now, entry.references(), sealed.commitment(),
                sealed.length());
        insert(envelope, sealed);
        return id;
    }

    private byte[] written(LedgerEntry entry) {
        try {
            return json.writeValueAsBytes(entry.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the payload of " + entry.kind() + " cannot be written as JSON", e);
        }
    }

    private long nextInStream(UUID stream) {
        return jdbc.sql("""
                insert into ledger.stream as s values (:stream, 1)
                on conflict (stream) do update set last_seq = s.last_seq + 1 returning last_seq""")
                .param("stream", stream).query(Long.class).single();
    }

    private void insert(Envelope envelope, PayloadVault.Sealed sealed) {
        var recordedAt = envelope.recordedAt().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                insert into ledger.record (id, recorded_at, stream, stream_seq, kind, class, envelope)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(envelope.id(), recordedAt, envelope.stream(), envelope.sequence(), envelope.kind(),
                        envelope.retentionClass(), envelope.bytes()).update();
        jdbc.sql("insert into ledger.payload values (?, ?, ?)")
                .params(envelope.id(), recordedAt, sealed.ciphertext()).update();
        jdbc.sql("insert into ledger.payload_key values (?, ?, ?)")
                .params(envelope.id(), sealed.epoch(), sealed.wrappedKey()).update();
    }

    @Override
    public List<LedgerRecord> stream(UUID stream) {
        List<LedgerRecord> records = new ArrayList<>();
        rows(stream, row -> records.add(read(row)));
        return records;
    }

    /** The rows of a stream in their order: {@code envelope}, {@code ciphertext} and {@code dek_wrapped}. */
    void rows(UUID stream, RowCallbackHandler each) {
        jdbc.sql("""
                select r.envelope, p.ciphertext, k.dek_wrapped from ledger.record r
                left join ledger.payload p using (id, recorded_at) left join ledger.payload_key k using (id)
                where r.stream = ? order by r.stream_seq""").param(stream).query(each);
    }

    /** @throws RuntimeException when the row was tampered with */
    LedgerRecord read(ResultSet row) throws SQLException {
        Envelope envelope = Envelope.parse(row.getBytes("envelope"));
        return record(envelope, payload(envelope, row.getBytes("ciphertext"), row.getBytes("dek_wrapped")));
    }

    static LedgerRecord record(Envelope envelope, JsonNode payload) {
        return new LedgerRecord(envelope.id(), envelope.stream(), envelope.sequence(), envelope.kind(),
                envelope.actor(), envelope.occurredAt(), envelope.recordedAt(), envelope.references(), payload);
    }

    private JsonNode payload(Envelope envelope, byte[] ciphertext, byte[] wrappedKey) {
        if (ciphertext == null || wrappedKey == null) {
            return null;
        }
        try {
            return json.readTree(vault.open(envelope, ciphertext, wrappedKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
