package org.countersign.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Re-reads records and says what does not fit: an envelope that differs from its row, a payload that differs from its
 * commitment, a gap in a stream. A change made by somebody who also recomputes everything is not seen here.
 */
@Component
public class LedgerVerifier {

    /**
     * What was found.
     *
     * @param records  how many records were read
     * @param problems one sentence each, the first hundred
     */
    public record Report(long records, List<String> problems) {

        public boolean sound() {
            return problems.isEmpty();
        }
    }

    private static final int MOST_PROBLEMS = 100;

    private final JdbcClient jdbc;
    private final PayloadVault vault;

    LedgerVerifier(JdbcClient jdbc, PayloadVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Everything there is. Reads all payloads, so it takes about a minute for each million records. */
    @Transactional(readOnly = true)
    public Report all() {
        return verify(null);
    }

    /** One stream. */
    @Transactional(readOnly = true)
    public Report stream(UUID stream) {
        return verify(stream);
    }

    private Report verify(UUID stream) {
        Walk walk = new Walk();
        jdbc.sql("""
                select r.id, r.stream, r.stream_seq, r.kind, r.envelope, p.ciphertext, k.dek_wrapped, s.last_seq,
                       lead(r.stream) over (order by r.stream, r.stream_seq) is distinct from r.stream as last_of_stream
                from ledger.record r join ledger.stream s using (stream)
                left join ledger.payload p using (id, recorded_at) left join ledger.payload_key k using (id)
                where cast(:stream as uuid) is null or r.stream = :stream
                order by r.stream, r.stream_seq""").param("stream", stream, java.sql.Types.OTHER)
                .query((ResultSet row) -> walk.visit(row));
        return new Report(walk.records, List.copyOf(walk.problems));
    }

    /** Goes through the rows in the order of streams and sequences. */
    private final class Walk {

        private final List<String> problems = new ArrayList<>();
        private long records;
        private UUID stream;
        private long expected;

        void visit(ResultSet row) throws SQLException {
            records++;
            UUID id = row.getObject("id", UUID.class);
            UUID rowStream = row.getObject("stream", UUID.class);
            expected = rowStream.equals(stream) ? expected + 1 : 1;
            stream = rowStream;
            long sequence = row.getLong("stream_seq");
            if (sequence != expected) {
                problem("stream " + stream + ": record " + expected + " is missing");
                expected = sequence;
            }
            if (row.getBoolean("last_of_stream") && row.getLong("last_seq") != sequence) {
                problem("stream " + stream + ": records after " + sequence + " are missing");
            }
            check(row, id, sequence);
        }

        private void check(ResultSet row, UUID id, long sequence) throws SQLException {
            try {
                Envelope envelope = Envelope.parse(row.getBytes("envelope"));
                boolean fits = envelope.id().equals(id) && envelope.stream().equals(stream)
                        && envelope.sequence() == sequence && envelope.kind().equals(row.getString("kind"));
                if (!fits) {
                    problem("record " + id + ": envelope and row differ");
                }
                vault.open(envelope, row.getBytes("ciphertext"), row.getBytes("dek_wrapped"));
            } catch (RuntimeException e) {
                problem("record " + id + ": " + e.getMessage());
            }
        }

        private void problem(String sentence) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(sentence);
            }
        }
    }
}
