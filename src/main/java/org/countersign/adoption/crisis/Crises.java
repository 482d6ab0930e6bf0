package org.countersign.adoption.crisis;

import org.countersign.adoption.StepRefused;
import org.countersign.businesstime.BusinessClock;
import org.countersign.businesstime.BusinessClock.Unit;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Declares a crisis, confirms and ends it, and keeps what was learned. Only the crisis team acts here.
 */
@Service
public class Crises {

    private static final int LONGEST_REPORT = 50_000;

    private final CrisisTable table;
    private final CrisisRules rules;
    private final BusinessClock business;
    private final Ledger ledger;
    private final Clock clock;

    Crises(CrisisTable table, CrisisRules rules, BusinessClock business, Ledger ledger, Clock clock) {
        this.table = table;
        this.rules = rules;
        this.business = business;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The crisis that is in force: declared, confirmed where its level needs that, and not ended. */
    public Optional<Crisis> inForce() {
        return table.all().stream().filter(crisis -> !crisis.ended() && valid(crisis)).findFirst();
    }

    /** The latest first. */
    public List<Crisis> all() {
        return table.all();
    }

    /** @throws StepRefused when the plan knows no such level or cause, or a crisis goes on already */
    @Transactional
    public Crisis declare(int level, String cause, String userId) {
        requireTeam(userId);
        if (!rules.levels().containsKey(level) || !rules.causes().containsKey(cause)) {
            throw new StepRefused("Choose a level and a cause of the crisis plan.");
        }
        Crisis crisis = new Crisis(UUID.randomUUID(), level, cause, clock.instant(), userId, null, null, null, null, null,
                null, null, null);
        if (!table.insert(crisis)) {
            throw new StepRefused("A crisis goes on already. End it before you declare another level.");
        }
        append(crisis.id(), "crisis.declared", userId, Map.of("level", Integer.toString(level), "cause", cause), Map.of());
        return crisis;
    }

    /** @throws StepRefused when the level needs no second person, or this person declared the crisis */
    @Transactional
    public void confirm(UUID id, String userId) {
        requireTeam(userId);
        Crisis crisis = find(id);
        if (!rules.needsConfirmation(crisis.level())) {
            throw new StepRefused("A crisis of level " + crisis.level() + " needs no confirmation.");
        }
        if (crisis.declaredBy().equals(userId)) {
            throw new StepRefused("You declared this crisis, so somebody else of the team must confirm it.");
        }
        if (!table.confirm(id, clock.instant(), userId)) {
            throw new StepRefused("This crisis was confirmed or ended meanwhile.");
        }
        append(id, "crisis.confirmed", userId, Map.of(), Map.of());
    }

    /** Ends a crisis. Its report is due some business days later, unless the crisis was never in force. */
    @Transactional
    public void end(UUID id, String userId) {
        requireTeam(userId);
        Instant now = clock.instant();
        Instant due = valid(find(id))
                ? business.deadline(now, rules.afterActionBusinessDays(), Unit.BUSINESS_DAYS).due() : null;
        if (!table.end(id, now, userId, due)) {
            throw new StepRefused("This crisis was ended already.");
        }
        append(id, "crisis.ended", userId, due == null ? Map.of() : Map.of("reportDue", due.toString()), Map.of());
    }

    /** @throws StepRefused when no report is wanted, or it says nothing */
    @Transactional
    public void report(UUID id, String text, String userId) {
        requireTeam(userId);
        String report = CrisisText.required(text, LONGEST_REPORT, "Write what happened and what was learned");
        if (!table.report(id, report, clock.instant(), userId)) {
            throw new StepRefused("This crisis wants no report: it goes on, was never in force, or has its report.");
        }
        append(id, "crisis.reported", userId, Map.of(), Map.of("report", report));
    }

    private Crisis find(UUID id) {
        return table.find(id).orElseThrow(() -> new StepRefused("There is no such crisis."));
    }

    private boolean valid(Crisis crisis) {
        return crisis.confirmed() || !rules.needsConfirmation(crisis.level());
    }

    private void requireTeam(String userId) {
        if (!rules.onTeam(userId)) {
            throw new StepRefused("Only the crisis team does this.");
        }
    }

    private void append(UUID id, String kind, String userId, Map<String, String> references, Map<String, String> payload) {
        ledger.append(new LedgerEntry(id, kind, Actor.staff(userId), clock.instant(), references, payload));
    }
}
