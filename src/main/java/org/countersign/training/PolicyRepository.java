package org.countersign.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.people.Role;
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

/** Policy versions and their signatures in the database. */
@Repository
class PolicyRepository {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() { };

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PolicyRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(PolicyVersion draft) {
        jdbc.sql("""
                insert into policy_version (id, entity, number, title, sections, reasons, state, revision, round,
                                            created_by, created_at)
                values (?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), 'DRAFT', 1, 0, ?, ?)""")
                .params(draft.id(), draft.entity(), draft.number(), draft.title(), written(draft.sections()),
                        written(draft.reasons()), draft.createdBy(), utc(draft.createdAt())).update();
    }

    /** Whether the draft still had this revision. */
    boolean save(UUID id, int revision, String title, Map<String, String> sections, Map<String, String> reasons) {
        return jdbc.sql("""
                update policy_version set title = ?, sections = cast(? as jsonb), reasons = cast(? as jsonb),
                  revision = revision + 1
                where id = ? and revision = ? and state = 'DRAFT'""")
                .params(title, written(sections), written(reasons), id, revision).update() == 1;
    }

    void submit(UUID id, String digest, String byUserId, Instant at) {
        jdbc.sql("""
                update policy_version set state = 'SUBMITTED', digest = ?, submitted_by = ?, submitted_at = ?,
                  round = round + 1, revision = revision + 1 where id = ?""")
                .params(digest, byUserId, utc(at), id).update();
    }

    void reopen(UUID id) {
        jdbc.sql("""
                update policy_version set state = 'DRAFT', digest = null, submitted_by = null, submitted_at = null,
                  revision = revision + 1 where id = ?""").param(id).update();
    }

    void publish(UUID id, String byUserId, Instant at) {
        jdbc.sql("update policy_version set state = 'PUBLISHED', published_by = ?, published_at = ? where id = ?")
                .params(byUserId, utc(at), id).update();
    }

    /** The version, locked until the end of the transaction. */
    Optional<PolicyVersion> lock(UUID id) {
        return jdbc.sql("select * from policy_version where id = ? for update").param(id).query(this::read).optional();
    }

    Optional<PolicyVersion> find(UUID id) {
        return jdbc.sql("select * from policy_version where id = ?").param(id).query(this::read).optional();
    }

    /** The version in force. */
    Optional<PolicyVersion> current(String entity) {
        return jdbc.sql("select * from policy_version where entity = ? and state = 'PUBLISHED' order by number desc limit 1")
                .param(entity).query(this::read).optional();
    }

    /** All versions of an entity, the latest first. */
    List<PolicyVersion> all(String entity) {
        return jdbc.sql("select * from policy_version where entity = ? order by number desc").param(entity)
                .query(this::read).list();
    }

    void sign(PolicySignature signature) {
        jdbc.sql("insert into policy_signature values (?, ?, ?, ?, ?, ?)")
                .params(signature.policyId(), signature.round(), signature.role().id(), signature.userId(),
                        signature.digest(), utc(signature.signedAt())).update();
    }

    /** In the order in which they were given. */
    List<PolicySignature> signatures(UUID policyId, int round) {
        return jdbc.sql("select * from policy_signature where policy_id = ? and round = ? order by signed_at, role")
                .params(policyId, round)
                .query((row, number) -> new PolicySignature(row.getObject("policy_id", UUID.class), row.getInt("round"),
                        Role.of(row.getString("role")).orElseThrow(), row.getString("user_id"), row.getString("digest"),
                        instant(row, "signed_at"))).list();
    }

    private PolicyVersion read(ResultSet row, int number) throws SQLException {
        try {
            return new PolicyVersion(row.getObject("id", UUID.class), row.getString("entity"), row.getInt("number"),
                    row.getString("title"), json.readValue(row.getString("sections"), TEXTS),
                    json.readValue(row.getString("reasons"), TEXTS), PolicyVersion.State.valueOf(row.getString("state")),
                    row.getInt("revision"), row.getInt("round"), row.getString("digest"), row.getString("created_by"),
                    instant(row, "created_at"), row.getString("submitted_by"), instant(row, "submitted_at"),
                    row.getString("published_by"), instant(row, "published_at"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Policy " + row.getString("id") + " cannot be read", e);
        }
    }

    private String written(Map<String, String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
