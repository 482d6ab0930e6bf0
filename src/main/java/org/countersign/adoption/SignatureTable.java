package org.countersign.adoption;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * The table of signatures. Rows are added and never changed.
 */
@Repository
class SignatureTable {

    private final JdbcClient jdbc;

    SignatureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Signature signature) {
        jdbc.sql("""
                        insert into signature (id, user_id, task_id, meaning, signed_at, evidence_digest)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(signature.id(), signature.userId(), signature.taskId(), signature.meaning(),
                        ProgramTable.utc(signature.signedAt()), signature.evidenceDigest()).update();
    }

    Optional<Signature> latest(String taskId, String userId, String evidenceDigest) {
        return jdbc.sql("""
                        select * from signature where task_id = ? and user_id = ? and evidence_digest = ?
                        order by signed_at desc limit 1""")
                .params(taskId, userId, evidenceDigest).query(SignatureTable::read).optional();
    }

    private static Signature read(ResultSet row, int number) throws SQLException {
        return new Signature(row.getObject("id", UUID.class), row.getString("user_id"), row.getString("task_id"),
                row.getString("meaning"), ProgramTable.instant(row, "signed_at"), row.getString("evidence_digest"));
    }
}
