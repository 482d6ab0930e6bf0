package org.countersign.training;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Launches and assignments in the database. */
@Repository
class Assignments {

    /** Without an end: until the content changes. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the launch is new. */
    boolean launch(String entity, Instant at, String byUserId) {
        return jdbc.sql("insert into training_launch values (?, ?, ?) on conflict do nothing")
                .params(entity, utc(at), byUserId).update() == 1;
    }

    Map<String, Instant> launches() {
        return jdbc.sql("select entity, launched_at from training_launch order by entity")
                .query(rows -> {
                    Map<String, Instant> launches = new TreeMap<>();
                    while (rows.next()) {
                        launches.put(rows.getString(1), rows.getObject(2, OffsetDateTime.class).toInstant());
                    }
                    return launches;
                });
    }

    /** Assigns a module to those who do not have it yet. */
    void assign(String module, Collection<String> userIds, Instant now, Instant dueAt) {
        jdbc.sql("""
                insert into training_assignment (user_id, module, assigned_at, due_at)
                select person, ?, ?, ? from unnest(?) as person on conflict do nothing""")
                .params(module, utc(now), utc(dueAt), userIds.toArray(String[]::new)).update();
    }

    /** What was learned with content before this version counts no more, and is due at the given time or earlier. */
    void outdate(String module, int countsSince, Instant dueAt) {
        jdbc.sql("""
                update training_assignment set completed_at = null, content_version = null, due_at = least(due_at, ?)
                where module = ? and content_version < ?""").params(utc(dueAt), module, countsSince).update();
    }

    void complete(String userId, String module, int version, Instant now, Instant dueAt) {
        jdbc.sql("""
                update training_assignment set completed_at = ?, content_version = ?, due_at = ?
                where user_id = ? and module = ?""").params(utc(now), version, utc(dueAt), userId, module).update();
    }

    Optional<Assignment> find(String userId, String module) {
        return jdbc.sql("select * from training_assignment where user_id = ? and module = ?").params(userId, module)
                .query(Assignments::read).optional();
    }

    List<Assignment> of(String userId) {
        return jdbc.sql("select * from training_assignment where user_id = ?").param(userId).query(Assignments::read).list();
    }

    List<Assignment> all() {
        return jdbc.sql("select * from training_assignment").query(Assignments::read).list();
    }

    /** What of a person was due before a moment, the longest overdue first. */
    List<Assignment> dueBefore(String userId, Instant moment) {
        return jdbc.sql("select * from training_assignment where user_id = ? and due_at <= ? order by due_at, module")
                .params(userId, utc(moment)).query(Assignments::read).list();
    }

    /** What of anybody is due before a moment. */
    List<Assignment> dueBefore(Instant moment) {
        return jdbc.sql("select * from training_assignment where due_at <= ? order by user_id, due_at, module")
                .param(utc(moment)).query(Assignments::read).list();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Assignment read(ResultSet row, int number) throws SQLException {
        return new Assignment(row.getString("user_id"), row.getString("module"), instant(row, "assigned_at"),
                instant(row, "due_at"), instant(row, "completed_at"), (Integer) row.getObject("content_version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
