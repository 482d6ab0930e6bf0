package org.countersign.review;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.PostVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Comments on versions. They decide nothing; the record keeps what was said.
 */
@Service
public class Comments {

    /** Most characters of one comment. */
    public static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Comments(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Comments on all versions of a post, the oldest first. */
    public List<Comment> of(UUID postId) {
        return jdbc.sql("select * from review_comment where post_id = ? order by written_at, id").param(postId)
                .query((row, number) -> new Comment(row.getObject("id", UUID.class), postId, row.getInt("version_number"),
                        row.getString("author_id"), row.getString("body"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant())).list();
    }

    /**
     * Keeps a comment; its text goes into the table and the encrypted part of the record, nowhere else.
     *
     * @throws IllegalArgumentException with a sentence for people when there is no text, or it cannot be kept
     */
    @Transactional
    public Comment write(PostVersion version, String userId, String typed) {
        // Browsers send each new line as two characters, which their own counting does not.
        String text = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Write something before you add the comment.");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A comment has at most %,d characters; this one has %,d."
                    .formatted(LONGEST, text.length()));
        }
        if (text.indexOf('\u0000') >= 0) {
            throw new IllegalArgumentException("The comment holds a broken character. Delete it and type it again.");
        }
        Instant now = clock.instant();
        Comment comment = new Comment(UUID.randomUUID(), version.postId(), version.number(), userId, text, now);
        jdbc.sql("insert into review_comment values (?, ?, ?, ?, ?, ?)")
                .params(comment.id(), version.postId(), version.number(), userId, text, now.atOffset(ZoneOffset.UTC)).update();
        ledger.append(new LedgerEntry(version.postId(), "comment.written", Actor.staff(userId), now,
                Map.of("version", Integer.toString(version.number()), "digest", version.digest(),
                        "comment", comment.id().toString()), Map.of("text", text)));
        return comment;
    }
}
