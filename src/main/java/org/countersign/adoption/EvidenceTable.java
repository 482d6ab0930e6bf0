package org.countersign.adoption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The table of evidence. Rows are added and never changed.
 */
@Repository
class EvidenceTable {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    EvidenceTable(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(StepEvidence evidence) {
        jdbc.sql("""
                        insert into step_evidence (id, program_id, step, cycle, kind, title, content, digest, added_by, added_at)
                        values (:id, :program, :step, :cycle, :kind, :title, cast(:content as jsonb), :digest, :by, :at)""")
                .param("id", evidence.id()).param("program", evidence.programId()).param("step", evidence.step().number())
                .param("cycle", evidence.cycle()).param("kind", evidence.kind()).param("title", evidence.title())
                .param("content", text(evidence.content())).param("digest", evidence.digest())
                .param("by", evidence.addedBy()).param("at", ProgramTable.utc(evidence.addedAt())).update();
    }

    /** Of all rounds, in the order of time. */
    List<StepEvidence> of(UUID programId, Step step) {
        return jdbc.sql("select * from step_evidence where program_id = ? and step = ? order by cycle, added_at, id")
                .params(programId, step.number()).query(this::evidence).list();
    }

    private StepEvidence evidence(ResultSet row, int number) throws SQLException {
        try {
            return new StepEvidence(row.getObject("id", UUID.class), row.getObject("program_id", UUID.class),
                    Step.of(row.getInt("step")), row.getInt("cycle"), row.getString("kind"), row.getString("title"),
                    json.readValue(row.getString("content"), CONTENT), row.getString("digest"),
                    row.getString("added_by"), ProgramTable.instant(row, "added_at"));
        } catch (JsonProcessingException e) {
            throw new SQLException("The evidence " + row.getString("id") + " is not readable", e);
        }
    }

    private String text(Map<String, Object> content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The evidence cannot be written", e);
        }
    }
}
