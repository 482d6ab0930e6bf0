package org.countersign.adoption.workgroup;

import org.countersign.adoption.StepRefused;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The register of questions that a workgroup was asked, and what it decided.
 */
@Service
public class Issues {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Clock clock;

    Issues(JdbcClient jdbc, Ledger ledger, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @throws StepRefused when a text is missing or too long */
    @Transactional
    public Issue raise(UUID programId, String title, String description, String byUserId) {
        Issue issue = new Issue(UUID.randomUUID(), programId, text(title, LONGEST_TITLE, "Give the issue a title"),
                text(description, LONGEST_TEXT, "Describe the issue"), clock.instant(), byUserId, null, null, null);
        jdbc.sql("""
                        insert into workgroup_issue (id, program_id, title, description, raised_at, raised_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(issue.id(), programId, issue.title(), issue.description(), utc(issue.raisedAt()), byUserId).update();
        append(issue.id(), programId, "issue.raised", byUserId, issue.raisedAt(),
                Map.of("title", issue.title(), "description", issue.description()));
        return issue;
    }

    /** @throws StepRefused when the issue was decided before, or the decision has no text */
    @Transactional
    public void decide(UUID programId, UUID id, String decision, String byUserId) {
        String text = text(decision, LONGEST_TEXT, "Say what was decided");
        Instant now = clock.instant();
        int changed = jdbc.sql("""
                        update workgroup_issue set decision = ?, decided_at = ?, decided_by = ?
                        where program_id = ? and id = ? and decision is null""")
                .params(text, utc(now), byUserId, programId, id).update();
        if (changed == 0) {
            throw new StepRefused("This issue was decided already. Raise a new one if the question is open again.");
        }
        append(id, programId, "issue.decided", byUserId, now, Map.of("decision", text));
    }

    /** Open ones first, then the latest. */
    public List<Issue> of(UUID programId) {
        return jdbc.sql("select * from workgroup_issue where program_id = ? order by decision is not null, raised_at desc, id")
                .param(programId).query(Issues::issue).list();
    }

    public Optional<Issue> find(UUID programId, UUID id) {
        return jdbc.sql("select * from workgroup_issue where program_id = ? and id = ?").params(programId, id)
                .query(Issues::issue).optional();
    }

    private void append(UUID id, UUID programId, String kind, String userId, Instant at, Map<String, Object> payload) {
        ledger.append(new LedgerEntry(programId, kind, Actor.staff(userId), at, Map.of("issue", id.toString()), payload));
    }

    private static String text(String text, int longest, String ask) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new StepRefused(ask + ", in at most " + longest + " characters.");
        }
        return text.strip();
    }

    private static Issue issue(ResultSet row, int number) throws SQLException {
        return new Issue(row.getObject("id", UUID.class), row.getObject("program_id", UUID.class), row.getString("title"),
                row.getString("description"), instant(row, "raised_at"), row.getString("raised_by"),
                row.getString("decision"), instant(row, "decided_at"), row.getString("decided_by"));
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
