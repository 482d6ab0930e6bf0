package org.countersign.adoption.crisis;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of crises. Each change asks for the state that it leaves, so that of two people at the same time one wins.
 */
@Repository
class CrisisTable {

    private final JdbcClient jdbc;

    CrisisTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when another one goes on */
    boolean insert(Crisis crisis) {
        return jdbc.sql("""
                        insert into crisis (id, level, cause, declared_at, declared_by) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(crisis.id(), crisis.level(), crisis.cause(), utc(crisis.declaredAt()), crisis.declaredBy())
                .update() == 1;
    }

    boolean confirm(UUID id, Instant at, String by) {
        return jdbc.sql("""
                        update crisis set confirmed_at = ?, confirmed_by = ?
                        where id = ? and confirmed_at is null and ended_at is null""")
                .params(utc(at), by, id).update() == 1;
    }

    boolean end(UUID id, Instant at, String by, Instant reportDue) {
        return jdbc.sql("""
                        update crisis set ended_at = :at, ended_by = :by, after_action_due = :due
                        where id = :id and ended_at is null""")
                .param("at", utc(at)).param("by", by).param("due", utc(reportDue)).param("id", id).update() == 1;
    }

    boolean report(UUID id, String text, Instant at, String by) {
        return jdbc.sql("""
                        update crisis set after_action = ?, after_action_at = ?, after_action_by = ?
                        where id = ? and after_action_due is not null and after_action is null""")
                .params(text, utc(at), by, id).update() == 1;
    }

    Optional<Crisis> find(UUID id) {
        return jdbc.sql("select * from crisis where id = ?").param(id).query(CrisisTable::crisis).optional();
    }

    /** The latest first. */
    List<Crisis> all() {
        return jdbc.sql("select * from crisis order by declared_at desc").query(CrisisTable::crisis).list();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Crisis crisis(ResultSet row, int number) throws SQLException {
        return new Crisis(row.getObject("id", UUID.class), row.getInt("level"), row.getString("cause"),
                instant(row, "declared_at"), row.getString("declared_by"), instant(row, "confirmed_at"),
                row.getString("confirmed_by"), instant(row, "ended_at"), row.getString("ended_by"),
                instant(row, "after_action_due"), row.getString("after_action"), instant(row, "after_action_at"),
                row.getString("after_action_by"));
    }
}
