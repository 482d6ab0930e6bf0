package org.countersign.adoption;

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
 * The tables of programs and their steps.
 */
@Repository
class ProgramTable {

    private final JdbcClient jdbc;

    ProgramTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the entity has a program already */
    boolean insert(Program program) {
        int added = jdbc.sql("""
                        insert into program (id, entity, revision, started_at, started_by) values (?, ?, ?, ?, ?)
                        on conflict (entity) do nothing""")
                .params(program.id(), program.entity(), program.revision(), utc(program.startedAt()), program.startedBy())
                .update();
        for (int number = 1; added == 1 && number <= Step.values().length; number++) {
            jdbc.sql("insert into program_step (program_id, step, cycle, work) values (?, ?, 0, 'NONE')")
                    .params(program.id(), number).update();
        }
        return added == 1;
    }

    List<Program> all() {
        return jdbc.sql("select * from program order by entity").query(ProgramTable::program).list();
    }

    Optional<Program> find(UUID id) {
        return jdbc.sql("select * from program where id = ?").param(id).query(ProgramTable::program).optional();
    }

    Optional<Program> ofEntity(String entity) {
        return jdbc.sql("select * from program where entity = ?").param(entity).query(ProgramTable::program).optional();
    }

    /** Keeps everybody else from changing the program until the end of the transaction. */
    Optional<Program> lock(UUID id) {
        return jdbc.sql("select * from program where id = ? for update").param(id).query(ProgramTable::program).optional();
    }

    /** In the order of the steps. */
    List<StepStanding> steps(UUID programId) {
        return jdbc.sql("select * from program_step where program_id = ? order by step").param(programId)
                .query(ProgramTable::standing).list();
    }

    void write(StepStanding step) {
        jdbc.sql("""
                        update program_step set cycle = :cycle, work = :work, work_since = :workSince, proposer = :proposer,
                          decision = :decision, decided_at = :decidedAt, decided_by = :decidedBy,
                          valid_until = :validUntil, lapsed_from = :lapsedFrom, reason = :reason
                        where program_id = :program and step = :step""")
                .param("program", step.programId()).param("step", step.step().number()).param("cycle", step.cycle())
                .param("work", step.work().name()).param("workSince", utc(step.workSince()))
                .param("proposer", step.proposer())
                .param("decision", step.decision() == null ? null : step.decision().name())
                .param("decidedAt", utc(step.decidedAt())).param("decidedBy", step.decidedBy())
                .param("validUntil", utc(step.validUntil())).param("lapsedFrom", utc(step.lapsedFrom()))
                .param("reason", step.reason()).update();
        jdbc.sql("update program set revision = revision + 1 where id = ?").param(step.programId()).update();
    }

    static OffsetDateTime utc(Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static Program program(ResultSet row, int number) throws SQLException {
        return new Program(row.getObject("id", UUID.class), row.getString("entity"), row.getLong("revision"),
                instant(row, "started_at"), row.getString("started_by"));
    }

    private static StepStanding standing(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new StepStanding(row.getObject("program_id", UUID.class), Step.of(row.getInt("step")), row.getInt("cycle"),
                StepStanding.Work.valueOf(row.getString("work")), instant(row, "work_since"), row.getString("proposer"),
                decision == null ? null : StepStanding.Decision.valueOf(decision), instant(row, "decided_at"),
                row.getString("decided_by"), instant(row, "valid_until"), instant(row, "lapsed_from"),
                row.getString("reason"));
    }
}
