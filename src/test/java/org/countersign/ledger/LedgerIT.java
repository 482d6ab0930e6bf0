package org.countersign.ledger;

import org.countersign.IntegrationTest;
import org.countersign.database.Superuser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The record of evidence on a real PostgreSQL. */
@IntegrationTest
class LedgerIT {

    private static final String SECRET = "Nobody reads this in the envelope";

    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ledger ledger;
    @Autowired
    private LedgerVerifier verifier;
    @Autowired
    private LedgerPartitions partitions;
    @Autowired
    private Clock clock;
    @Autowired
    private PlatformTransactionManager transactions;

    @ParameterizedTest
    @ValueSource(strings = {
            "update ledger.record set kind = 'x'", "delete from ledger.record", "truncate ledger.record cascade",
            "update ledger.payload set ciphertext = ''", "delete from ledger.payload", "truncate ledger.payload",
            "update ledger.payload_key set kek_epoch = 9", "delete from ledger.payload_key", "truncate ledger.payload_key",
            "delete from ledger.stream", "truncate ledger.stream",
            "update ledger.record_MONTH set kind = 'x'", "delete from ledger.record_MONTH", "truncate ledger.record_MONTH",
            "update ledger.payload_MONTH set ciphertext = ''", "delete from ledger.payload_MONTH",
            "truncate ledger.payload_MONTH",
            "truncate ledger.record_NEXT", "truncate ledger.payload_NEXT"})
    void whatWasAppendedIsNeitherChangedNorRemoved(String attack) throws SQLException {
        append(UUID.randomUUID(), 1);
        YearMonth month = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        String statement = attack.replace("MONTH", suffix(month)).replace("NEXT", suffix(month.plusMonths(1)));

        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining("append-only");
        try (Connection superuser = Superuser.connect(application); var sql = superuser.createStatement()) {
            sql.execute("set session_replication_role = replica");
            assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
        }
    }

    @Test
    void thePartitionsOfMonthsToComeAreProtectedBeforeTheFirstRecordIsInThem() {
        String next = suffix(YearMonth.now(clock).plusMonths(1));
        assertThat(triggers("record_" + next)).containsExactly("append_only A", "no_truncate A");
        assertThat(triggers("payload_" + next)).containsExactly("append_only A", "no_truncate A");
    }

    @Test
    void aRecordBelongsIntoTheTransactionOfItsAct() {
        UUID stream = UUID.randomUUID();
        assertThatThrownBy(() -> ledger.append(entry(stream, 1))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("transaction of its act");
        assertThat(ledger.stream(stream)).isEmpty();
    }

    @Test
    void anActThatIsRolledBackLeavesNothing() {
        UUID stream = UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            ledger.append(entry(stream, 1));
            status.setRollbackOnly();
        });
        append(stream, 1);

        assertThat(ledger.stream(stream)).extracting(LedgerRecord::sequence).containsExactly(1L);
        assertThat(verifier.stream(stream)).isEqualTo(new LedgerVerifier.Report(1, List.of()));
    }

    @Test
    void recordsOfOneStreamStandInOneOrderWithoutGapsHoweverManyAppend() throws Exception {
        UUID one = UUID.randomUUID();
        List<UUID> others = IntStream.range(0, 4).mapToObj(i -> UUID.randomUUID()).toList();
        ExecutorService people = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> acts = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int number = i;
                acts.add(people.submit(() -> append(number % 2 == 0 ? one : others.get(number % 4), number)));
            }
            for (Future<?> act : acts) {
                act.get();
            }
        } finally {
            people.shutdownNow();
        }

        assertThat(ledger.stream(one)).extracting(LedgerRecord::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
        assertThat(verifier.stream(one).sound()).isTrue();
        for (UUID stream : List.of(others.get(1), others.get(3))) {
            assertThat(ledger.stream(stream)).extracting(LedgerRecord::sequence)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 15).boxed().toList());
        }
    }

    @Test
    void aRecordComesBackAsItWasAppended() {
        UUID stream = UUID.randomUUID();
        append(stream, 7);

        LedgerRecord record = ledger.stream(stream).get(0);
        assertThat(record.kind()).isEqualTo("test.done");
        assertThat(record.actor()).isEqualTo(Actor.staff("ana"));
        assertThat(record.references()).containsExactlyEntriesOf(Map.of("number", "7"));
        assertThat(record.payload().path("text").asText()).isEqualTo(SECRET);
    }

    @Test
    void whatIsToStayReadableHoldsNothingOfThePayload() {
        UUID stream = UUID.randomUUID();
        append(stream, 1);

        String stored = jdbc.sql("""
                select encode(r.envelope, 'escape') || encode(p.ciphertext, 'escape') || encode(k.dek_wrapped, 'escape')
                from ledger.record r join ledger.payload p using (id, recorded_at) join ledger.payload_key k using (id)
                where r.stream = ?""").param(stream).query(String.class).single();
        assertThat(stored).contains("test.done").doesNotContain(SECRET).doesNotContain("Nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update ledger.record set envelope = set_byte(envelope, 40, get_byte(envelope, 40) # 1) where id = :second",
            "update ledger.record set kind = 'test.undone' where id = :second",
            "update ledger.record set recorded_at = recorded_at + interval '1 microsecond' where id = :second",
            "update ledger.payload set ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1) where id = :second",
            "update ledger.payload set ciphertext = (select ciphertext from ledger.payload where id = :first) where id = :second",
            "update ledger.payload_key set dek_wrapped = (select dek_wrapped from ledger.payload_key where id = :first)"
                    + " where id = :second",
            "delete from ledger.payload where id = :second", "delete from ledger.payload_key where id = :second",
            "delete from ledger.record where id = :first", "delete from ledger.record where id = :second",
            "delete from ledger.record where id = :third", "delete from ledger.record where stream = :stream",
            "delete from ledger.stream where stream = :stream",
            "update ledger.stream set last_seq = 2 where stream = :stream",
            "update ledger.stream set last_seq = 4 where stream = :stream",
            "insert into ledger.record select gen_random_uuid(), recorded_at, tenant, stream, stream_seq, kind, class, envelope"
                    + " from ledger.record where id = :second"})
    void whoeverGetsPastTheTriggersIsFoundOut(String tampering) throws SQLException {
        UUID stream = UUID.randomUUID();
        List<UUID> ids = IntStream.rangeClosed(1, 3).mapToObj(number -> append(stream, number)).toList();
        assertThat(verifier.stream(stream)).isEqualTo(new LedgerVerifier.Report(3, List.of()));

        withoutTriggers(stream, tampering.replace(":stream", quoted(stream)).replace(":first", quoted(ids.get(0)))
                .replace(":second", quoted(ids.get(1))).replace(":third", quoted(ids.get(2))), () -> {
                    assertThat(verifier.stream(stream).problems()).isNotEmpty().noneMatch(text -> text.contains("null"));
                    assertThat(verifier.all().sound()).isFalse();
                });
    }

    @Test
    void swappedPayloadsAreBothFoundOut() throws SQLException {
        UUID stream = UUID.randomUUID();
        UUID first = append(stream, 1);
        UUID second = append(stream, 2);

        withoutTriggers(stream, """
                update ledger.payload p set ciphertext = o.ciphertext from ledger.payload o
                where (p.id, o.id) in ((%1$s, %2$s), (%2$s, %1$s))""".formatted(quoted(first), quoted(second)),
                () -> assertThat(verifier.stream(stream).problems()).hasSize(2)
                        .anyMatch(text -> text.contains(first.toString())).anyMatch(text -> text.contains(second.toString())));
    }

    @Test
    void makingPartitionsAgainChangesNothing() {
        List<String> before = tables();
        partitions.ensure();
        partitions.ensure();

        assertThat(tables()).isEqualTo(before).contains("record_" + suffix(YearMonth.now(clock).plusMonths(3)),
                "payload_" + suffix(YearMonth.now(clock).plusMonths(3)));
    }

    private UUID append(UUID stream, int number) {
        return new TransactionTemplate(transactions).execute(status -> ledger.append(entry(stream, number)));
    }

    private static LedgerEntry entry(UUID stream, int number) {
        return new LedgerEntry(stream, "test.done", Actor.staff("ana"), Instant.parse("2026-11-22T12:00:00Z"),
                Map.of("number", Integer.toString(number)), Map.of("text", SECRET));
    }

    /** Tampers with a stream as a superuser could, looks, and puts everything back, for the other tests. */
    private void withoutTriggers(UUID stream, String tampering, Runnable look) throws SQLException {
        String ids = "id in (select id from kept_record)";
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("record", "stream = " + quoted(stream));
        rows.put("stream", "stream = " + quoted(stream));
        rows.put("payload", ids);
        rows.put("payload_key", ids);
        try (Connection superuser = Superuser.connect(application); var sql = superuser.createStatement()) {
            try {
                for (String table : rows.keySet()) {
                    sql.execute("create temporary table kept_%1$s as select * from ledger.%1$s where %2$s"
                            .formatted(table, rows.get(table)));
                    sql.execute("alter table ledger." + table + " disable trigger user");
                }
                assertThat(sql.executeUpdate(tampering)).isPositive();
                look.run();
            } finally {
                for (String table : rows.keySet()) {
                    sql.execute("delete from ledger." + table + " where " + rows.get(table));
                    sql.execute("insert into ledger." + table + " select * from kept_" + table);
                    sql.execute("alter table ledger." + table + " enable always trigger no_truncate");
                    sql.execute("alter table ledger." + table + " enable always trigger "
                            + (table.equals("stream") ? "no_removal" : "append_only"));
                }
                partitionTriggers(sql);
            }
        }
    }

    private void partitionTriggers(Statement sql) throws SQLException {
        for (String table : tables()) {
            sql.execute("alter table ledger." + table + " enable always trigger append_only");
            sql.execute("alter table ledger." + table + " enable always trigger no_truncate");
        }
    }

    /** All partitions. */
    private List<String> tables() {
        return jdbc.sql("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where c.relkind = 'r' and c.relnamespace = 'ledger'::regnamespace order by 1""").query(String.class).list();
    }

    private List<String> triggers(String table) {
        return jdbc.sql("select tgname || ' ' || cast(tgenabled as text) from pg_trigger where tgrelid = cast(? as regclass) order by 1")
                .param("ledger." + table).query(String.class).list();
    }

    private static String suffix(YearMonth month) {
        return "%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static String quoted(UUID id) {
        return "cast('" + id + "' as uuid)";
    }
}
