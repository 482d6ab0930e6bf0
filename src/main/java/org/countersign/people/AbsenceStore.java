package org.countersign.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The table of absences.
 */
@Repository
class AbsenceStore {

    private final JdbcClient jdbc;

    AbsenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else enters one: two that forbid each other cannot both come in. */
    void lock() {
        jdbc.sql("lock table absence in share row exclusive mode").update();
    }

    void insert(Absence absence, String by, Instant now) {
        jdbc.sql("""
                        insert into absence (id, person, from_day, to_day, deputy, reason, entered_by, entered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(absence.id(), absence.person(), absence.from(), absence.to(), absence.deputy(),
                        absence.reason().name(), by, now.atOffset(ZoneOffset.UTC)).update();
    }

    /** @return false when it was taken back already */
    boolean cancel(UUID id, String by, Instant now) {
        return jdbc.sql("update absence set canceled_by = ?, canceled_at = ? where id = ? and canceled_at is null")
                .params(by, now.atOffset(ZoneOffset.UTC), id).update() == 1;
    }

    List<Absence> endingAfter(LocalDate day) {
        return jdbc.sql("""
                        select id, person, from_day, to_day, deputy, reason from absence
                        where canceled_at is null and to_day > ? order by from_day, person""")
                .param(day).query(AbsenceStore::read).list();
    }

    private static Absence read(ResultSet row, int number) throws SQLException {
        return new Absence(row.getObject("id", UUID.class), row.getString("person"),
                row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class),
                row.getString("deputy"), Absence.Reason.valueOf(row.getString("reason")));
    }
}
