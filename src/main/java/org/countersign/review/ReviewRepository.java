package org.countersign.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Routing, reviews asked for, and decisions.
 */
@Repository
class ReviewRepository {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ReviewRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A version that is routed again, after a determination was asked for, keeps the last routing. */
    void save(Routing routing) {
        jdbc.sql("""
                insert into routing values (?, ?, ?, ?, ?, cast(? as jsonb), ?)
                on conflict (post_id, version_number) do update set risk_class = excluded.risk_class,
                    publish_mode = excluded.publish_mode, roles = excluded.roles, tables = excluded.tables,
                    routed_at = excluded.routed_at""")
                .params(routing.postId(), routing.version(), routing.riskClass(), routing.publishMode(),
                        routing.roles().toArray(String[]::new), write(routing.tables()), utc(routing.routedAt()))
                .update();
    }

    Optional<Routing> routing(UUID postId, int version) {
        return jdbc.sql("select * from routing where post_id = ? and version_number = ?").params(postId, version)
                .query((row, number) -> new Routing(postId, version, row.getInt("risk_class"),
                        row.getString("publish_mode"), List.of((String[]) row.getArray("roles").getArray()),
                        read(row.getString("tables")), instant(row, "routed_at"))).optional();
    }

    /** The first time a role is asked starts its clock; asking again changes nothing. */
    void save(Review review) {
        jdbc.sql("insert into review values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(review.postId(), review.version(), review.role(), utc(review.askedAt()), utc(review.dueAt()),
                        review.calendar(), review.validHours(), review.escalateTo()).update();
    }

    List<Review> reviews(UUID postId, int version) {
        return jdbc.sql("select * from review where post_id = ? and version_number = ? order by role")
                .params(postId, version)
                .query((row, number) -> new Review(postId, version, row.getString("role"), instant(row, "asked_at"),
                        instant(row, "due_at"), row.getString("calendar"), row.getInt("valid_hours"),
                        row.getString("escalate_to"))).list();
    }

    void insert(Decision decision) {
        jdbc.sql("insert into review_decision values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))")
                .params(decision.postId(), decision.version(), decision.role(), decision.digest(), decision.taskId(),
                        decision.by(), utc(decision.at()), decision.kind().name(), decision.explanation(),
                        decision.reasonCode(), decision.determination(), decision.form(), write(decision.answers()))
                .update();
    }

    List<Decision> decisions(UUID postId, int version) {
        return jdbc.sql("select * from review_decision where post_id = ? and version_number = ? order by decided_at")
                .params(postId, version).query(this::decision).list();
    }

    List<Decision> decisions(UUID postId) {
        return jdbc.sql("select * from review_decision where post_id = ? order by decided_at").param(postId)
                .query(this::decision).list();
    }

    void requestDetermination(UUID postId, int version, String by, String reason, Instant at) {
        jdbc.sql("insert into determination_request values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(postId, version, by, reason, utc(at)).update();
    }

    boolean determinationRequested(UUID postId, int version) {
        return determinationReason(postId, version).isPresent();
    }

    Optional<String> determinationReason(UUID postId, int version) {
        return jdbc.sql("select reason from determination_request where post_id = ? and version_number = ?")
                .params(postId, version).query(String.class).optional();
    }

    private Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(row.getObject("post_id", UUID.class), row.getInt("version_number"), row.getString("role"),
                row.getString("digest"), row.getString("task_id"), row.getString("decided_by"),
                instant(row, "decided_at"), Decision.Kind.valueOf(row.getString("decision")),
                row.getString("explanation"), row.getString("reason_code"), row.getString("determination"),
                row.getString("form"), read(row.getString("answers")));
    }

    private String write(Map<String, String> map) {
        try {
            return json.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private Map<String, String> read(String map) {
        try {
            return json.readValue(map, new TypeReference<>() { });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored map cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
