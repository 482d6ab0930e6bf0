package org.countersign.adoption.workgroup;

import org.countersign.adoption.workgroup.Seat.Sitter;
import org.countersign.people.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of seats. A seat that was never touched has no row.
 */
@Repository
class SeatTable {

    /** Any number that nobody else locks. */
    private static final long LOCK = 0x7365617473L;

    private final JdbcClient jdbc;

    SeatTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps everybody else from changing seats until the end of the transaction: groups follow from all seats together. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, number) -> number).list();
    }

    Map<Role, Seat> of(UUID programId) {
        return jdbc.sql("select * from workgroup_seat where program_id = ?").param(programId).query(SeatTable::seat).list()
                .stream().collect(Collectors.toMap(Seat::role, Function.identity()));
    }

    List<Seat> all() {
        return jdbc.sql("select * from workgroup_seat").query(SeatTable::seat).list();
    }

    void write(Seat seat) {
        Sitter nobody = new Sitter(null, null, "");
        Sitter member = seat.member() == null ? nobody : seat.member();
        Sitter delegate = seat.delegate() == null ? nobody : seat.delegate();
        jdbc.sql("""
                        insert into workgroup_seat (program_id, role, member, member_declared, member_qualification,
                          delegate, delegate_declared, delegate_qualification, answered_by, vacant_since)
                        values (:program, :role, :member, :memberDeclared, :memberQualification,
                          :delegate, :delegateDeclared, :delegateQualification, :answeredBy, :vacantSince)
                        on conflict (program_id, role) do update set (member, member_declared, member_qualification, delegate,
                          delegate_declared, delegate_qualification, answered_by, vacant_since) =
                          (excluded.member, excluded.member_declared, excluded.member_qualification, excluded.delegate,
                          excluded.delegate_declared, excluded.delegate_qualification, excluded.answered_by,
                          excluded.vacant_since)""")
                .param("program", seat.programId()).param("role", seat.role().id())
                .param("member", member.userId()).param("memberDeclared", member.declaredOn())
                .param("memberQualification", member.qualification())
                .param("delegate", delegate.userId()).param("delegateDeclared", delegate.declaredOn())
                .param("delegateQualification", delegate.qualification()).param("answeredBy", seat.answeredBy())
                .param("vacantSince", seat.vacantSince() == null ? null : seat.vacantSince().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        OffsetDateTime vacant = row.getObject("vacant_since", OffsetDateTime.class);
        return new Seat(row.getObject("program_id", UUID.class), Role.of(row.getString("role")).orElseThrow(),
                sitter(row, "member"), sitter(row, "delegate"), row.getString("answered_by"),
                vacant == null ? null : vacant.toInstant());
    }

    private static Sitter sitter(ResultSet row, String who) throws SQLException {
        return row.getString(who) == null ? null : new Sitter(row.getString(who),
                row.getObject(who + "_declared", LocalDate.class), row.getString(who + "_qualification"));
    }
}
