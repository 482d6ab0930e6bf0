package org.countersign.adoption.crisis;

import org.countersign.adoption.StepRefused;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is made ready before a crisis: holding statements that two people agreed on, and drills.
 */
@Service
public class CrisisPlan {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 5_000;

    private final JdbcClient jdbc;
    private final CrisisRules rules;
    private final Ledger ledger;
    private final ZoneId zone;
    private final Clock clock;

    CrisisPlan(JdbcClient jdbc, CrisisRules rules, Ledger ledger, ZoneId zone, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.ledger = ledger;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * A text for the first hour of a crisis.
     *
     * @param approvedBy the second person; null before
     * @param reviewBy   the last day on which it may be used without a new approval; null before
     */
    public record Statement(UUID id, String title, String wording, String proposedBy, String approvedBy, LocalDate reviewBy) {
    }

    /** A try of the plan. */
    public record Drill(UUID id, LocalDate heldOn, String scenario, String findings, String recordedBy) {
    }

    @Transactional
    public void propose(String title, String wording, String userId) {
        requireTeam(userId);
        String name = CrisisText.required(title, LONGEST_TITLE, "Give the statement a title");
        String words = CrisisText.required(wording, LONGEST_TEXT, "Write the statement");
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into holding_statement (id, title, wording, proposed_at, proposed_by) values (?, ?, ?, ?, ?)")
                .params(id, name, words, CrisisTable.utc(clock.instant()), userId).update();
        append(id, "statement.proposed", userId, Map.of("title", name, "wording", words));
    }

    /** @throws StepRefused when this person proposed it, or it is approved or out of use */
    @Transactional
    public void approve(UUID id, String userId) {
        requireTeam(userId);
        Instant now = clock.instant();
        LocalDate review = LocalDate.ofInstant(now, zone).plusMonths(rules.statementReviewMonths());
        int changed = jdbc.sql("""
                        update holding_statement set approved_at = ?, approved_by = ?, review_by = ?
                        where id = ? and approved_at is null and retired_at is null and proposed_by <> ?""")
                .params(CrisisTable.utc(now), userId, review, id, userId).update();
        if (changed == 0) {
            throw new StepRefused("Somebody else than who proposed the statement must approve it, once.");
        }
        append(id, "statement.approved", userId, Map.of("reviewBy", review.toString()));
    }

    /** Takes a statement out of use; a changed text is proposed anew. */
    @Transactional
    public void retire(UUID id, String userId) {
        requireTeam(userId);
        if (jdbc.sql("update holding_statement set retired_at = ? where id = ? and retired_at is null")
                .params(CrisisTable.utc(clock.instant()), id).update() == 1) {
            append(id, "statement.retired", userId, Map.of());
        }
    }

    /** Those in use, by title. */
    public List<Statement> statements() {
        return jdbc.sql("select * from holding_statement where retired_at is null order by title, id").query((row, number) ->
                new Statement(row.getObject("id", UUID.class), row.getString("title"), row.getString("wording"),
                        row.getString("proposed_by"), row.getString("approved_by"),
                        row.getObject("review_by", LocalDate.class))).list();
    }

    /** @throws StepRefused when the day lies in the future, or something is missing */
    @Transactional
    public void drill(LocalDate heldOn, String scenario, String findings, String userId) {
        requireTeam(userId);
        if (heldOn == null || heldOn.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw new StepRefused("Enter the day of the drill, today at the latest.");
        }
        Drill drill = new Drill(UUID.randomUUID(), heldOn,
                CrisisText.required(scenario, LONGEST_TITLE, "Name the scenario"),
                CrisisText.required(findings, LONGEST_TEXT, "Write what was found"), userId);
        jdbc.sql("""
                        insert into crisis_drill (id, held_on, scenario, findings, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(drill.id(), heldOn, drill.scenario(), drill.findings(), CrisisTable.utc(clock.instant()), userId)
                .update();
        append(drill.id(), "drill.recorded", userId, Map.of("heldOn", heldOn.toString(), "scenario", drill.scenario(),
                "findings", drill.findings()));
    }

    /** The latest first. */
    public List<Drill> drills() {
        return jdbc.sql("select * from crisis_drill order by held_on desc, recorded_at desc").query((row, number) ->
                new Drill(row.getObject("id", UUID.class), row.getObject("held_on", LocalDate.class),
                        row.getString("scenario"), row.getString("findings"), row.getString("recorded_by"))).list();
    }

    private void requireTeam(String userId) {
        if (!rules.onTeam(userId)) {
            throw new StepRefused("Only the crisis team does this.");
        }
    }

    private void append(UUID id, String kind, String userId, Map<String, String> payload) {
        ledger.append(new LedgerEntry(id, kind, Actor.staff(userId), clock.instant(), Map.of(), payload));
    }
}
