package org.countersign.ledger;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import javax.sql.DataSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Re-reads records and says what does not fit: an envelope that differs from its row, a payload that differs from its
 * commitment, a gap in a stream, a stream that is empty. A change made by somebody who also recomputes everything is not
 * seen here.
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

    /** Rows in memory at a time; the driver obeys only inside a transaction. */
    private static final int FETCH = 500;

    /** From the streams, not from the records: a stream that lost all its records still has its counter. */
    private static final String ROWS = """
            select s.stream, s.last_seq, r.id, r.stream_seq, r.kind, r.class, r.recorded_at, r.envelope, p.ciphertext,
                   k.dek_wrapped
            from ledger.stream s left join ledger.record r using (stream)
            left join ledger.payload p using (id, recorded_at) left join ledger.payload_key k using (id)
            """;

    private final JdbcTemplate jdbc;
    private final PayloadVault vault;

    LedgerVerifier(DataSource database, PayloadVault vault) {
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(FETCH);
        this.vault = vault;
    }

    /** Everything there is. Reads all payloads, so it takes about a minute for each million records. */
    @Transactional(readOnly = true)
    public Report all() {
        Walk walk = new Walk();
        jdbc.query(ROWS + "order by s.stream, r.stream_seq", (RowCallbackHandler) walk::visit);
        jdbc.query("select id, stream from ledger.record r where not exists (select 1 from ledger.stream s"
                + " where s.stream = r.stream)", (RowCallbackHandler) walk::visitWithoutStream);
        return walk.report();
    }

    /** One stream. */
    @Transactional(readOnly = true)
    public Report stream(UUID stream) {
        Walk walk = new Walk();
        jdbc.query(ROWS + "where s.stream = ? order by r.stream_seq", walk::visit, stream);
        jdbc.query("select id, stream from ledger.record where stream = ? and not exists (select 1 from ledger.stream"
                + " where stream = ?)", walk::visitWithoutStream, stream, stream);
        return walk.report();
    }

    /** Goes through the rows in the order of streams and sequences. */
    private final class Walk {

        private final Problems problems = new Problems();
        private long records;
        private UUID stream;
        private long counted;
        private long last;

        void visit(ResultSet row) throws SQLException {
            UUID rowStream = row.getObject("stream", UUID.class);
            if (!rowStream.equals(stream)) {
                close();
                stream = rowStream;
                counted = row.getLong("last_seq");
                last = 0;
            }
            UUID id = row.getObject("id", UUID.class);
            if (id == null) {
                return;
            }
            records++;
            long sequence = row.getLong("stream_seq");
            if (sequence == last) {
                problems.add("stream " + stream + ": there are two records " + sequence);
            } else if (sequence != last + 1) {
                problems.add("stream " + stream + ": " + missing(last + 1, sequence - 1));
            }
            last = sequence;
            check(row, id, sequence);
        }

        void visitWithoutStream(ResultSet row) throws SQLException {
            records++;
            problems.add("record " + row.getObject("id") + ": its stream " + row.getObject("stream") + " has no counter");
        }

        Report report() {
            close();
            return new Report(records, problems.found());
        }

        private void close() {
            if (stream != null && last < counted) {
                problems.add("stream " + stream + ": " + missing(last + 1, counted));
            } else if (stream != null && last > counted) {
                problems.add("stream " + stream + ": counts " + counted + " records but holds a record " + last);
            }
        }

        private void check(ResultSet row, UUID id, long sequence) throws SQLException {
            byte[] ciphertext = row.getBytes("ciphertext");
            byte[] key = row.getBytes("dek_wrapped");
            try {
                Envelope envelope = Envelope.parse(row.getBytes("envelope"));
                if (!envelope.describes(id, stream, sequence, row.getString("kind"), row.getString("class"),
                        row.getTimestamp("recorded_at").toInstant())) {
                    problems.add("record " + id + ": envelope and row differ");
                }
                if (ciphertext == null || key == null) {
                    problems.add("record " + id + ": the " + (key == null ? "key of the payload" : "payload") + " is missing");
                } else {
                    vault.open(envelope, ciphertext, key);
                }
            } catch (RuntimeException e) {
                problems.add("record " + id + ": " + said(e, id));
            }
        }

        private static String missing(long from, long to) {
            return from == to ? "record " + from + " is missing" : "records " + from + " to " + to + " are missing";
        }

        /** Readers of JSON quote what they could not read; that is left out. */
        private static String said(RuntimeException e, UUID id) {
            return e instanceof IllegalStateException ? e.getMessage().replace("record " + id + ": ", "")
                    : "the envelope cannot be read";
        }
    }

    private static final class Problems {

        private static final int MOST = 100;

        private final List<String> sentences = new ArrayList<>();

        void add(String sentence) {
            if (sentences.size() < MOST) {
                sentences.add(sentence);
            }
        }

        List<String> found() {
            return List.copyOf(sentences);
        }
    }
}
