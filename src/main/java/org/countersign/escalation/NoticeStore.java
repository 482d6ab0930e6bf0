package org.countersign.escalation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The table of notices.
 */
@Repository
class NoticeStore {

    /** A rung of a task at one of its times. */
    record Told(String key, int rung, int occurrence) {
    }

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps notices. A rung that was told before is left out with all its recipients: a timer of the process and the sweep
     * may come to the same rung, and somebody else may hold the task by then.
     *
     * @return what is new
     */
    Set<Told> insert(Collection<Notice> notices, Instant now) {
        return new HashSet<>(jdbc.sql("""
                        insert into notice (ladder_key, rung, occurrence, recipient, level, on_behalf_of, created_at)
                        select p.key, p.rung, p.occurrence, p.recipient, p.level, p.on_behalf_of, :now
                        from unnest(:keys, :rungs, :occurrences, :recipients, :levels, :absent)
                            as p (key, rung, occurrence, recipient, level, on_behalf_of)
                        where not exists (select from notice n where n.ladder_key = p.key and n.rung = p.rung
                                          and n.occurrence = p.occurrence)
                        on conflict do nothing returning ladder_key, rung, occurrence""")
                .param("now", LadderStore.utc(now))
                .param("keys", notices.stream().map(notice -> notice.climb().key()).toArray(String[]::new))
                .param("rungs", notices.stream().map(Notice::rung).toArray(Integer[]::new))
                .param("occurrences", notices.stream().map(Notice::occurrence).toArray(Integer[]::new))
                .param("recipients", notices.stream().map(Notice::recipient).toArray(String[]::new))
                .param("levels", notices.stream().map(notice -> notice.level().name()).toArray(String[]::new))
                .param("absent", notices.stream().map(Notice::onBehalfOf).toArray(String[]::new))
                .query((row, number) -> new Told(row.getString(1), row.getInt(2), row.getInt(3))).list());
    }

    /** Ids of people whose notices of priority wait. */
    List<String> urgent() {
        return jdbc.sql("""
                        select distinct n.recipient from notice n join ladder l on l.key = n.ladder_key
                        where n.state = 'WAITING' and l.priority order by 1""").query(String.class).list();
    }

    /** Ids of people for whom notices wait, and who had no other mail of this kind since a moment. */
    List<String> patient(Instant since) {
        return jdbc.sql("""
                        select distinct n.recipient from notice n join ladder l on l.key = n.ladder_key
                        where n.state = 'WAITING' and not l.priority and not exists (
                            select from notice m join ladder k on k.key = m.ladder_key
                            where m.recipient = n.recipient and m.state = 'MAILED' and m.mailed_at > :since
                              and not k.priority)
                        order by 1""").param("since", LadderStore.utc(since)).query(String.class).list();
    }

    /** The waiting notices of a person, the first due first; held until the end of the transaction. */
    List<Notice> waiting(String recipient, boolean priority) {
        return jdbc.sql("""
                        select n.id, n.rung, n.occurrence, n.level, n.recipient, n.on_behalf_of, l.*
                        from notice n join ladder l on l.key = n.ladder_key
                        where n.recipient = :recipient and n.state = 'WAITING' and l.priority = :priority
                        order by l.due_at, l.key, n.rung desc for update of n""")
                .param("recipient", recipient).param("priority", priority).query(NoticeStore::read).list();
    }

    void mailed(List<Notice> notices, String mailKey, Instant now) {
        jdbc.sql("update notice set state = 'MAILED', mail_key = ?, mailed_at = ? where id = any(?)")
                .params(mailKey, LadderStore.utc(now), ids(notices)).update();
    }

    void needless(List<Notice> notices) {
        jdbc.sql("update notice set state = 'NEEDLESS' where id = any(?)").param(ids(notices)).update();
    }

    private static Long[] ids(List<Notice> notices) {
        return notices.stream().map(Notice::id).toArray(Long[]::new);
    }

    private static Notice read(ResultSet row, int number) throws SQLException {
        return new Notice(row.getLong("id"), LadderStore.read(row, number), row.getInt("rung"), row.getInt("occurrence"),
                Level.valueOf(row.getString("level")), row.getString("recipient"), row.getString("on_behalf_of"));
    }
}
