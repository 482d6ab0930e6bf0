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
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has looked at which version: kept and recorded once for each person and version.
 */
@Service
public class Views {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Views(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The latest version before this one that the person has looked at. */
    public Optional<Integer> lastBefore(PostVersion version, String userId) {
        return jdbc.sql("""
                select max(version_number) from review_view where post_id = ? and user_id = ? and version_number < ?""")
                .params(version.postId(), userId, version.number()).query(Integer.class).optional();
    }

    /** Notes that the person looks at the version; the second time nothing happens. */
    @Transactional
    public void note(PostVersion version, String userId) {
        Instant now = clock.instant();
        boolean first = jdbc.sql("insert into review_view values (?, ?, ?, ?) on conflict do nothing")
                .params(version.postId(), version.number(), userId, now.atOffset(ZoneOffset.UTC)).update() == 1;
        if (first) {
            ledger.append(new LedgerEntry(version.postId(), "version.viewed", Actor.staff(userId), now,
                    Map.of("version", Integer.toString(version.number()), "digest", version.digest()), Map.of()));
        }
    }
}
