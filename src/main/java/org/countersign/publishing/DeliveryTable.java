package org.countersign.publishing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The tables {@code delivery} and {@code delivery_attempt}. Works in the transaction of its caller.
 */
@Repository
class DeliveryTable implements Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeliveryTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Delivery> find(UUID id) {
        return jdbc.sql("select * from delivery where id = ?").param(id).query(DeliveryTable::read).optional();
    }

    @Override
    public List<Delivery> of(UUID postId) {
        return jdbc.sql("select * from delivery where post_id = ? order by version_number, account_id").param(postId)
                .query(DeliveryTable::read).list();
    }

    @Override
    public List<Delivery> of(UUID postId, int versionNumber) {
        return jdbc.sql("select * from delivery where post_id = ? and version_number = ? order by account_id")
                .param(postId).param(versionNumber).query(DeliveryTable::read).list();
    }

    /** The delivery, locked until the running transaction ends. */
    Delivery lock(UUID id) {
        return jdbc.sql("select * from delivery where id = ? for update").param(id).query(DeliveryTable::read).optional()
                .orElseThrow(() -> new NoSuchElementException("There is no delivery " + id));
    }

    /** Adds a delivery unless there is one for this version and account; its keys are then the first one's. */
    void add(Delivery delivery) {
        jdbc.sql("""
                        insert into delivery (id, post_id, version_number, account_id, digest, record_key, idempotency_key,
                                              record_time, state, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (post_id, version_number, account_id) do nothing""")
                .params(delivery.id(), delivery.postId(), delivery.versionNumber(), delivery.accountId(),
                        delivery.digest(), delivery.recordKey(), delivery.idempotencyKey(), utc(delivery.recordTime()),
                        delivery.state().name(), utc(clock.instant()))
                .update();
    }

    /** Writes what may change; the caller holds the lock and has checked the transition. */
    void write(Delivery delivery) {
        jdbc.sql("""
                        update delivery set state = :state, fence = :fence, tries = :tries, looks = :looks,
                          remote_id = :remoteId, remote_url = :remoteUrl, explanation = :explanation, advice = :advice,
                          changed_at = :at
                        where id = :id and fence <= :fence""")
                .param("state", delivery.state().name()).param("fence", delivery.fence())
                .param("tries", delivery.tries()).param("looks", delivery.looks())
                .param("remoteId", delivery.remoteId()).param("remoteUrl", delivery.remoteUrl())
                .param("explanation", delivery.explanation()).param("advice", delivery.advice())
                .param("at", utc(clock.instant())).param("id", delivery.id())
                .update();
    }

    void beginAttempt(UUID id, long fence) {
        jdbc.sql("insert into delivery_attempt (delivery_id, fence, started_at) values (?, ?, ?)")
                .params(id, fence, utc(clock.instant())).update();
    }

    void endAttempt(UUID id, long fence, String outcome) {
        jdbc.sql("update delivery_attempt set ended_at = ?, outcome = ? where delivery_id = ? and fence = ?")
                .params(utc(clock.instant()), outcome, id, fence).update();
    }

    /** When the first of the attempts began whose end nobody knows. */
    Optional<Instant> firstUnknownAttempt(UUID id) {
        return jdbc.sql("""
                        select min(started_at) from delivery_attempt
                        where delivery_id = ? and (outcome is null or outcome = 'UNKNOWN')""").param(id)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant))
                .single();
    }

    /** Remote ids that other deliveries of the account got since a moment (and a little before, as clocks differ). */
    Set<String> takenBesides(Delivery delivery, Instant since) {
        return jdbc.sql("""
                        select remote_id from delivery
                        where account_id = ? and id <> ? and remote_id is not null and changed_at >= ?""")
                .params(delivery.accountId(), delivery.id(), utc(since.minus(10, ChronoUnit.MINUTES)))
                .query(String.class).set();
    }

    int nextClockId() {
        return jdbc.sql("select nextval('delivery_clock_id')").query(Integer.class).single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Delivery read(ResultSet row, int number) throws SQLException {
        return new Delivery(row.getObject("id", UUID.class), row.getObject("post_id", UUID.class),
                row.getInt("version_number"), row.getString("account_id"), row.getString("digest"),
                row.getString("record_key"), row.getObject("idempotency_key", UUID.class),
                row.getObject("record_time", OffsetDateTime.class).toInstant(),
                DeliveryState.valueOf(row.getString("state")), row.getLong("fence"), row.getInt("tries"),
                row.getInt("looks"), row.getString("remote_id"), row.getString("remote_url"),
                row.getString("explanation"), row.getString("advice"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
