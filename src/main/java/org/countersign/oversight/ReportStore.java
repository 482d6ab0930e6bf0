package org.countersign.oversight;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reports, their course and their minutes in PostgreSQL.
 */
@Repository
class ReportStore {

    private static final String STATES = """
            select r.id, r.entity, r.quarter, r.sha256, r.built_by, r.built_at, c.delivered_by, c.delivered_at, c.due_at,
                   c.acknowledged_by, c.acknowledged_at, c.escalated_at
            from report r join report_course c on c.report_id = r.id
            """;
    /** A report that was built again for the same quarter stands for the earlier ones. */
    private static final String LAST_OF_ITS_QUARTER = """
            and not exists (select from report later join report_course l on l.report_id = later.id
                 where later.entity = r.entity and later.quarter = r.quarter and later.built_at > r.built_at
                 and l.delivered_at is not null)""";

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A minute with its place in the record. */
    record StoredMinute(UUID id, UUID reportId, String quarter, Minute minute, Instant doneAt, String doneBy) {
    }

    void insert(ReportState report, byte[] pdf) {
        jdbc.sql("insert into report values (?, ?, ?, ?, ?, ?, ?)").params(report.id(), report.entity(),
                report.quarter().toString(), pdf, report.sha256(), report.builtBy(), utc(report.builtAt())).update();
        jdbc.sql("insert into report_course (report_id) values (?)").param(report.id()).update();
    }

    Optional<ReportState> find(UUID id) {
        return jdbc.sql(STATES + "where r.id = ?").param(id).query(ReportStore::state).optional();
    }

    List<ReportState> newest(int limit) {
        return jdbc.sql(STATES + "order by r.built_at desc, r.id limit ?").param(limit).query(ReportStore::state).list();
    }

    List<ReportState> unacknowledged(Instant now) {
        return jdbc.sql(STATES + "where c.due_at <= ? and c.acknowledged_at is null " + LAST_OF_ITS_QUARTER
                + " order by c.due_at").param(utc(now)).query(ReportStore::state).list();
    }

    byte[] pdf(UUID id) {
        return jdbc.sql("select pdf from report where id = ?").param(id).query(byte[].class).single();
    }

    /** @return false when it was delivered already */
    boolean deliver(UUID id, String by, Instant at, Instant due, String calendar) {
        return jdbc.sql("update report_course set delivered_by = ?, delivered_at = ?, due_at = ?, calendar = ? "
                + "where report_id = ? and delivered_at is null").params(by, utc(at), utc(due), calendar, id).update() == 1;
    }

    /** @return false when somebody acknowledged it already, or it was not delivered */
    boolean acknowledge(UUID id, String by, Instant at) {
        return jdbc.sql("update report_course set acknowledged_by = ?, acknowledged_at = ? "
                + "where report_id = ? and acknowledged_at is null and delivered_at is not null")
                .params(by, utc(at), id).update() == 1;
    }

    /** @return false when it was escalated or acknowledged already */
    boolean escalate(UUID id, Instant at) {
        return jdbc.sql("update report_course set escalated_at = ? "
                + "where report_id = ? and escalated_at is null and acknowledged_at is null").params(utc(at), id).update() == 1;
    }

    void insert(UUID report, int position, Minute minute) {
        jdbc.sql("insert into report_minute (id, report_id, position, kind, body, owner, due_on) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), report, position, minute.kind().name(), minute.body(), minute.owner(), minute.dueOn())
                .update();
    }

    List<StoredMinute> minutes(UUID report) {
        return jdbc.sql("select m.*, r.quarter from report_minute m join report r on r.id = m.report_id "
                + "where m.report_id = ? order by m.position").param(report).query(ReportStore::minute).list();
    }

    Optional<StoredMinute> minuteById(UUID id) {
        return jdbc.sql("select m.*, r.quarter from report_minute m join report r on r.id = m.report_id where m.id = ?")
                .param(id).query(ReportStore::minute).optional();
    }

    /** The actions of an entity that are not done, the most urgent first. */
    List<StoredMinute> openActions(String entity) {
        return jdbc.sql("select m.*, r.quarter from report_minute m join report r on r.id = m.report_id "
                + "where r.entity = ? and m.kind = 'ACTION' and m.done_at is null order by m.due_on, m.id").param(entity)
                .query(ReportStore::minute).list();
    }

    /** @return false when it is done already, or no action */
    boolean done(UUID minute, String by, Instant at) {
        return jdbc.sql("update report_minute set done_at = ?, done_by = ? where id = ? and done_at is null and kind = 'ACTION'")
                .params(utc(at), by, minute).update() == 1;
    }

    /** Whether anybody did anything in the period that belongs to the entity, or to none in particular. */
    boolean anythingHappened(String entity, Instant from, Instant to) {
        return jdbc.sql("select exists (select from figure_act where at >= ? and at < ? and (entity is null or entity = ?))")
                .params(utc(from), utc(to), entity).query(Boolean.class).single();
    }

    private static ReportState state(ResultSet row, int number) throws SQLException {
        return new ReportState(row.getObject("id", UUID.class), row.getString("entity"), Quarter.parse(row.getString("quarter")),
                row.getString("sha256"), row.getString("built_by"), instant(row, "built_at"), row.getString("delivered_by"),
                instant(row, "delivered_at"), instant(row, "due_at"), row.getString("acknowledged_by"),
                instant(row, "acknowledged_at"), instant(row, "escalated_at"));
    }

    private static StoredMinute minute(ResultSet row, int number) throws SQLException {
        return new StoredMinute(row.getObject("id", UUID.class), row.getObject("report_id", UUID.class),
                Quarter.parse(row.getString("quarter")).label(), new Minute(Minute.Kind.valueOf(row.getString("kind")),
                row.getString("body"), row.getString("owner"), row.getObject("due_on", LocalDate.class)),
                instant(row, "done_at"), row.getString("done_by"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
