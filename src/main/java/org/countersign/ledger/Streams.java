package org.countersign.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Streams as pages show them.
 */
@Component
public class Streams {

    /**
     * @param records how many records the stream counts
     * @param last    kind of the last one
     * @param lastAt  when it was recorded
     */
    public record Summary(UUID stream, long records, String last, Instant lastAt) {
    }

    private final JdbcClient jdbc;
    private final PostgresLedger ledger;

    Streams(JdbcClient jdbc, PostgresLedger ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    /** The summaries of those streams that have records. */
    public Map<UUID, Summary> summaries(Collection<UUID> streams) {
        return jdbc.sql("""
                select s.stream, s.last_seq, r.kind, r.recorded_at from ledger.stream s
                join ledger.record r on r.stream = s.stream and r.stream_seq = s.last_seq
                where s.stream = any(?)""").param(streams.toArray(UUID[]::new))
                .query((row, number) -> new Summary(row.getObject(1, UUID.class), row.getLong(2), row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant())).list().stream()
                .collect(Collectors.toMap(Summary::stream, summary -> summary));
    }

    /**
     * The records of a stream that can be read, in their order. One that was tampered with does not keep the others from
     * being shown; it is missing here or has no payload, and {@link LedgerVerifier} names it.
     */
    public List<LedgerRecord> readable(UUID stream) {
        List<LedgerRecord> records = new ArrayList<>();
        ledger.rows(stream, (ResultSet row) -> {
            LedgerRecord record = read(row);
            if (record != null) {
                records.add(record);
            }
        });
        return records;
    }

    private LedgerRecord read(ResultSet row) throws SQLException {
        try {
            return ledger.read(row);
        } catch (RuntimeException withPayload) {
            try {
                return PostgresLedger.record(Envelope.parse(row.getBytes("envelope")), null);
            } catch (RuntimeException unreadable) {
                return null;
            }
        }
    }
}
