package org.countersign.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Attempts, and the content that they were shown; neither is ever changed. */
@Repository
class AttestationRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AttestationRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Attestation attempt, Lesson lesson) {
        jdbc.sql("insert into training_content values (?, ?, ?, cast(? as jsonb)) on conflict do nothing")
                .params(attempt.digest(), attempt.module(), attempt.contentVersion(), written(lesson.shown())).update();
        jdbc.sql("insert into training_attempt values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?)")
                .params(attempt.id(), attempt.userId(), attempt.module(), attempt.contentVersion(), attempt.digest(),
                        written(attempt.answers()), attempt.score(), attempt.passed(), attempt.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The attempts of a person at a module, the latest first. */
    List<Attestation> of(String userId, String module) {
        return jdbc.sql("select * from training_attempt where user_id = ? and module = ? order by at desc, id")
                .params(userId, module).query(this::read).list();
    }

    private Attestation read(ResultSet row, int number) throws SQLException {
        try {
            return new Attestation(row.getObject("id", UUID.class), row.getString("user_id"), row.getString("module"),
                    row.getInt("content_version"), row.getString("digest"),
                    json.readValue(row.getString("answers"), Answers.class), (Integer) row.getObject("score"),
                    row.getBoolean("passed"), row.getObject("at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The answers of attempt " + row.getString("id") + " cannot be read", e);
        }
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
