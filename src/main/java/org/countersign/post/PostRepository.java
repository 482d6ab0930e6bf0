package org.countersign.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Posts and their versions in PostgreSQL.
 */
@Repository
class PostRepository implements Posts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    PostRepository(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Post post) {
        jdbc.sql("insert into post values (?, ?, ?, cast(? as jsonb), ?, ?, ?, ?)")
                .params(post.id(), post.authorId(), post.state().name(), write(post.draft()), post.revision(),
                        utc(post.createdAt()), utc(post.updatedAt()), post.updatedBy()).update();
    }

    /** Saves unless somebody else has: the revision of the argument is the one that was read. */
    boolean update(Post post) {
        return jdbc.sql("""
                update post set draft = cast(? as jsonb), revision = revision + 1, updated_at = ?, updated_by = ?
                where id = ? and revision = ?""")
                .params(write(post.draft()), utc(post.updatedAt()), post.updatedBy(), post.id(), post.revision())
                .update() == 1;
    }

    Optional<Post> find(UUID id) {
        return jdbc.sql("select * from post where id = ?").param(id).query(this::post).optional();
    }

    /** Posts that wait for their authors first, then the latest. */
    List<Post> list(String authorId, int limit, int offset) {
        List<String> waiting = Arrays.stream(PostState.values()).filter(PostState::waitsForAuthor).map(Enum::name).toList();
        return jdbc.sql("""
                select * from post where id in (select post_id from post_contributor where user_id = :author)
                order by state in (:waiting) desc, updated_at desc, id limit :limit offset :offset""")
                .param("author", authorId).param("waiting", waiting).param("limit", limit).param("offset", offset)
                .query(this::post).list();
    }

    void addContributor(UUID postId, String userId, Instant since) {
        jdbc.sql("insert into post_contributor values (?, ?, ?) on conflict do nothing")
                .params(postId, userId, utc(since)).update();
    }

    void insert(PostVersion version) {
        jdbc.sql("insert into post_version values (?, ?, ?, cast(? as jsonb), ?, ?)")
                .params(version.postId(), version.number(), version.digest(), write(version.content()),
                        version.submittedBy(), utc(version.submittedAt())).update();
    }

    @Override
    public Optional<PostVersion> currentVersion(UUID postId) {
        return jdbc.sql("select * from post_version where post_id = ? order by number desc limit 1").param(postId)
                .query(this::version).optional();
    }

    @Override
    public Optional<PostVersion> version(UUID postId, int number) {
        return jdbc.sql("select * from post_version where post_id = ? and number = ?").params(postId, number)
                .query(this::version).optional();
    }

    List<PostVersion> versions(UUID postId) {
        return jdbc.sql("select * from post_version where post_id = ? order by number").param(postId)
                .query(this::version).list();
    }

    @Override
    public Set<String> contributors(UUID postId) {
        return jdbc.sql("select user_id from post_contributor where post_id = ?").param(postId)
                .query(String.class).set();
    }

    @Override
    public Set<String> authors(PostVersion version) {
        return jdbc.sql("select user_id from post_contributor where post_id = ? and since <= ?")
                .params(version.postId(), utc(version.submittedAt())).query(String.class).set();
    }

    @Override
    public PostState lock(UUID postId) {
        return jdbc.sql("select state from post where id = ? for update").param(postId).query(String.class).optional()
                .map(PostState::valueOf).orElseThrow(() -> new NoSuchElementException("no post " + postId));
    }

    @Override
    public void enter(UUID postId, PostState state) {
        jdbc.sql("update post set state = ? where id = ?").params(state.name(), postId).update();
    }

    @Override
    public byte[] mediaBytes(UUID mediaId) {
        return jdbc.sql("select bytes from media where id = ?").param(mediaId).query(byte[].class).optional()
                .orElseThrow(() -> new NoSuchElementException("no picture " + mediaId));
    }

    private Post post(ResultSet row, int number) throws SQLException {
        return new Post(row.getObject("id", UUID.class), row.getString("author_id"),
                PostState.valueOf(row.getString("state")), read(row.getString("draft")), row.getInt("revision"),
                instant(row, "created_at"), instant(row, "updated_at"), row.getString("updated_by"));
    }

    private PostVersion version(ResultSet row, int number) throws SQLException {
        return new PostVersion(row.getObject("post_id", UUID.class), row.getInt("number"), row.getString("digest"),
                read(row.getString("content")), row.getString("submitted_by"), instant(row, "submitted_at"));
    }

    private String write(PostContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the content cannot be written as JSON", e);
        }
    }

    private PostContent read(String content) {
        try {
            return json.readValue(content, PostContent.class);
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IllegalStateException("the stored content of a post cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
