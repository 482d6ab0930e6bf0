package org.countersign.post;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The posts of everybody that were submitted at least once, without what they say.
 */
@Component
public class SubmittedPosts {

    /**
     * @param version     number of the last version
     * @param submittedAt when that one was submitted
     */
    public record SubmittedPost(UUID id, PostState state, PostKind kind, String authorId, int version, Instant submittedAt) {

        public String shortId() {
            return id.toString().substring(0, 8);
        }
    }

    private final JdbcClient jdbc;

    SubmittedPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether a post of this kind was ever published, on one account at least. */
    public boolean everPublished(PostKind kind) {
        return jdbc.sql("""
                        select exists (select from post p join post_version v on v.post_id = p.id
                                       where p.state in ('PUBLISHED', 'PARTLY_PUBLISHED') and v.content->>'kind' = ?)""")
                .param(kind.name()).query(Boolean.class).single();
    }

    /**
     * The posts submitted last come first.
     *
     * @param idBegins first characters of the id; empty for every post
     * @param state    only posts in this state, or null
     */
    public List<SubmittedPost> list(String idBegins, PostState state, int limit, int offset) {
        return jdbc.sql("""
                select p.id, p.state, v.content ->> 'kind' as kind, p.author_id, v.number, v.submitted_at from post p
                join lateral (select * from post_version where post_id = p.id order by number desc limit 1) v on true
                where (cast(:state as text) is null or p.state = :state) and starts_with(cast(p.id as text), :begins)
                order by v.submitted_at desc, p.id limit :limit offset :offset""")
                .param("state", state == null ? null : state.name()).param("begins", idBegins.toLowerCase(Locale.ROOT))
                .param("limit", limit).param("offset", offset)
                .query((row, number) -> new SubmittedPost(row.getObject("id", UUID.class),
                        PostState.valueOf(row.getString("state")), PostKind.valueOf(row.getString("kind")),
                        row.getString("author_id"), row.getInt("number"),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant())).list();
    }
}
