package org.countersign.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.account.Channel;
import org.countersign.post.ContentDigest;
import org.countersign.post.MediaItem;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Puts posts that are approved and due into the database, past the desk and the review: these have tests of their own.
 */
class TestPosts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TestPosts(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    static PostContent content(String text, List<MediaItem> media, Instant notBefore, Instant notAfter, String... accounts) {
        return new PostContent(PostKind.EVENT, Map.of(Channel.MASTODON, text, Channel.BLUESKY, text),
                List.of("https://harborvale.example/flu"), media, List.of(accounts),
                new Schedule(notBefore, notAfter, ZoneId.of("America/New_York")), false, false, ServiceLine.GENERAL, false, false);
    }

    UUID due(PostContent content) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into post values (?, 'ann', 'SCHEDULED', cast(? as jsonb), 1, now(), now(), 'ann')")
                .params(id, write(content)).update();
        version(id, 1, content);
        return id;
    }

    void version(UUID postId, int number, PostContent content) {
        jdbc.sql("insert into post_version values (?, ?, ?, cast(? as jsonb), 'ann', now())")
                .params(postId, number, ContentDigest.of(content), write(content)).update();
    }

    MediaItem picture(byte[] bytes, String altText) {
        UUID id = UUID.randomUUID();
        String sha256 = ContentDigest.sha256(bytes);
        jdbc.sql("insert into media values (?, ?, 'image/png', 'nurse.png', 40, 30, ?, 'ann', ?)")
                .params(id, sha256, bytes, Instant.now().atOffset(ZoneOffset.UTC)).update();
        return new MediaItem(id, sha256, "image/png", "nurse.png", altText, null, null);
    }

    private String write(PostContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
