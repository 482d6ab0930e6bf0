package org.countersign.escalation;

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
import java.util.UUID;

/**
 * The table of tasks that wait.
 */
@Repository
class LadderStore {

    /** What the tables are asked for. */
    record Kind(String processKey, String taskKey, Integer riskClass) {
    }

    /** Any number that nobody else locks. */
    private static final long LOCK = 0x6c6164646572L;

    private final JdbcClient jdbc;

    LadderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this transaction may sweep: one node at a time does. */
    boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)").param(LOCK).query(Boolean.class).single();
    }

    /** The next look is now: whatever the task did not bring with it is filled in then. */
    void insert(Climb climb) {
        jdbc.sql("""
                        insert into ladder (key, stream, process_key, task_key, task, roles, risk_class, holder,
                            waiting_since, halfway_at, nearly_at, due_at, executive, link, climbed_at, next_at)
                        values (:key, :stream, :processKey, :taskKey, :task, :roles, :riskClass, :holder,
                            :since, :halfway, :nearly, :due, :executive, :link, :since, :since)
                        on conflict (key) do nothing""")
                .param("key", climb.key()).param("stream", climb.stream())
                .param("processKey", climb.processKey()).param("taskKey", climb.taskKey())
                .param("task", climb.task()).param("roles", climb.roles().toArray(String[]::new))
                .param("riskClass", climb.riskClass()).param("holder", climb.holder())
                .param("since", utc(climb.since())).param("halfway", utc(climb.halfway()))
                .param("nearly", utc(climb.nearly())).param("due", utc(climb.due()))
                .param("executive", climb.executive()).param("link", climb.link()).update();
    }

    void hold(String key, String userId) {
        jdbc.sql("update ladder set holder = ? where key = ? and holder is distinct from ?")
                .params(userId, key, userId).update();
    }

    /** Whatever nobody was told yet need not be told any more. */
    void close(String key, Instant now) {
        jdbc.sql("""
                        with closed as (update ladder set closed_at = :now, next_at = null
                                        where key = :key and closed_at is null returning key)
                        update notice set state = 'NEEDLESS' from closed
                        where ladder_key = closed.key and state = 'WAITING'""")
                .param("now", utc(now)).param("key", key).update();
    }

    Optional<Climb> lock(String key) {
        return jdbc.sql("select * from ladder where key = ? and closed_at is null for update").param(key)
                .query(LadderStore::read).optional();
    }

    Optional<Climb> find(String key) {
        return jdbc.sql("select * from ladder where key = ? and closed_at is null").param(key)
                .query(LadderStore::read).optional();
    }

    /** Tasks that somebody holds, the first due first. */
    List<Climb> heldBy(String userId) {
        return jdbc.sql("select * from ladder where holder = ? and closed_at is null order by due_at nulls last, key")
                .param(userId).query(LadderStore::read).list();
    }

    /** Processes and tasks of which something is due: each is a row of the tables. */
    List<Kind> kinds(Instant now) {
        return jdbc.sql("""
                        select distinct process_key, task_key, risk_class from ladder
                        where closed_at is null and next_at <= ?""").param(utc(now))
                .query((row, number) -> new Kind(row.getString(1), row.getString(2), row.getObject(3, Integer.class))).list();
    }

    /** Takes tasks of which something is due, out of the reach of others until the end of the transaction. */
    List<Climb> due(Instant now, Collection<String> withoutProcesses, int limit) {
        return jdbc.sql("""
                        select * from ladder
                        where closed_at is null and next_at <= :now and process_key <> all (:without)
                        order by next_at limit :limit for update skip locked""")
                .param("now", utc(now)).param("without", withoutProcesses.toArray(String[]::new)).param("limit", limit)
                .query(LadderStore::read).list();
    }

    /** Keeps what was planned, up to when everything was told, and when to look again, of all at once. */
    void climbed(Map<Climb, Instant> next, Instant now) {
        List<Climb> climbs = List.copyOf(next.keySet());
        jdbc.sql("""
                        update ladder set halfway_at = p.halfway, nearly_at = p.nearly, due_at = p.due,
                            supervisor = p.supervisor, executive = p.executive, priority = p.priority,
                            climbed_at = :now, next_at = p.next
                        from unnest(:keys, cast(:halfways as timestamptz[]), cast(:nearlies as timestamptz[]),
                                cast(:dues as timestamptz[]), :supervisors, :executives, :priorities,
                                cast(:nexts as timestamptz[]))
                            as p (key, halfway, nearly, due, supervisor, executive, priority, next)
                        where ladder.key = p.key""")
                .param("now", utc(now))
                .param("keys", climbs.stream().map(Climb::key).toArray(String[]::new))
                .param("halfways", utc(climbs.stream().map(Climb::halfway).toList()))
                .param("nearlies", utc(climbs.stream().map(Climb::nearly).toList()))
                .param("dues", utc(climbs.stream().map(Climb::due).toList()))
                .param("supervisors", climbs.stream().map(Climb::supervisor).toArray(String[]::new))
                .param("executives", climbs.stream().map(Climb::executive).toArray(String[]::new))
                .param("priorities", climbs.stream().map(Climb::priority).toArray(Boolean[]::new))
                .param("nexts", utc(climbs.stream().map(next::get).toList())).update();
    }

    /** Keys of all open rows. */
    List<String> open() {
        return jdbc.sql("select key from ladder where closed_at is null").query(String.class).list();
    }

    static Climb read(ResultSet row, int number) throws SQLException {
        return new Climb(row.getString("key"), row.getObject("stream", UUID.class), row.getString("process_key"),
                row.getString("task_key"), row.getString("task"),
                List.of((String[]) row.getArray("roles").getArray()), row.getObject("risk_class", Integer.class),
                row.getString("holder"), instant(row, "waiting_since"), instant(row, "halfway_at"),
                instant(row, "nearly_at"), instant(row, "due_at"), row.getString("supervisor"),
                row.getString("executive"), row.getObject("priority", Boolean.class), row.getString("link"),
                instant(row, "climbed_at"));
    }

    private static String[] utc(List<Instant> moments) {
        return moments.stream().map(Instant::toString).toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
