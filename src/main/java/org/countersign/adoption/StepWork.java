package org.countersign.adoption;

import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * The course of a step: begun, prepared, submitted, and decided by a person on the evidence. Every act is recorded in the
 * transaction that makes it; a repetition of what already holds changes nothing.
 */
@Service
public class StepWork {

    private final ProgramTable table;
    private final StepEvidences evidences;
    private final StepDecisions decisions;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StepWork(ProgramTable table, StepEvidences evidences, StepDecisions decisions, Ledger ledger,
             ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.evidences = evidences;
        this.decisions = decisions;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a new round of work, unless one is open. What was decided before goes on to stand.
     *
     * @return whether this call opened it
     */
    @Transactional
    public boolean begin(UUID programId, Step step) {
        StepStanding now = locked(programId, step);
        boolean opens = now.work() == Work.NONE;
        if (opens) {
            write(now, with(now, now.cycle() + 1, Work.IN_PROGRESS, null), "begun", Actor.SYSTEM, Map.of());
        }
        return opens;
    }

    /**
     * Attaches what a person prepared. Who attaches is the proposer of the round and cannot decide on it, unless the plan
     * says that the evidence is signed: a sponsor does not propose.
     *
     * @param content strings, lists and maps only, because it is digested
     * @throws StepRefused when no round of work is open
     */
    @Transactional
    public StepEvidence attach(UUID programId, Step step, String kind, String title, Map<String, Object> content,
                               String userId) {
        StepStanding now = locked(programId, step);
        if (now.work() == Work.NONE) {
            throw new StepRefused("Nothing is being prepared for " + step.label() + " at the moment.");
        }
        table.write(with(now, now.cycle(), now.work(), evidences.signed(step, kind) ? now.proposer() : userId));
        return evidences.attach(now, kind, title, content, Actor.staff(userId));
    }

    /**
     * Measures what the running system can tell, attaches it, and submits the step for decision when nothing is missing.
     *
     * @param waiverWanted whether to submit it although something is missing: it can then be waived, returned or refused
     * @return what is missing, as sentences for people
     */
    @Transactional
    public List<String> submit(UUID programId, Step step, boolean waiverWanted) {
        Program program = table.lock(programId).orElseThrow();
        StepStanding now = table.steps(programId).get(step.ordinal());
        if (now.work() == Work.SUBMITTED) {
            return evidences.missing(now);
        }
        evidences.measure(program, now);
        List<String> missing = evidences.missing(now);
        if (missing.isEmpty() || waiverWanted) {
            write(now, with(now, now.cycle(), Work.SUBMITTED, now.proposer()), "submitted", Actor.SYSTEM,
                    Map.of("missing", missing));
        }
        return missing;
    }

    /**
     * Keeps the decision of the answerable person.
     *
     * @throws StepRefused when the step was not submitted, evidence is missing, the person prepared the step, or the
     *                     decision is not complete
     */
    @Transactional
    public void decide(UUID programId, Step step, StepDecision decision, String userId) {
        StepStanding now = locked(programId, step);
        StepStanding after = decisions.apply(now, decision, userId, evidences.missing(now));
        write(now, after, decision.act(), Actor.staff(userId), decision.record());
    }

    /**
     * Lets an accepted step lapse before its time, for instance because a mandatory seat stays vacant.
     *
     * @param from when it lapses; an earlier moment than the one that holds already wins
     */
    @Transactional
    public void lapse(UUID programId, Step step, Instant from, String reason) {
        StepStanding now = locked(programId, step);
        boolean holds = now.decision() == Decision.ACCEPTED || now.decision() == Decision.WAIVED;
        if (holds && (now.lapsedFrom() == null || from.isBefore(now.lapsedFrom()))) {
            write(now, new StepStanding(programId, step, now.cycle(), now.work(), now.workSince(), now.proposer(),
                    now.decision(), now.decidedAt(), now.decidedBy(), now.validUntil(), from, reason), "lapsed", Actor.SYSTEM,
                    Map.of("from", from.toString(), "reason", reason));
        }
    }

    private StepStanding locked(UUID programId, Step step) {
        table.lock(programId).orElseThrow(() -> new NoSuchElementException("There is no program " + programId + "."));
        return table.steps(programId).get(step.ordinal());
    }

    private StepStanding with(StepStanding now, int cycle, Work work, String proposer) {
        Instant since = work == now.work() ? now.workSince() : clock.instant();
        return new StepStanding(now.programId(), now.step(), cycle, work, since, proposer, now.decision(), now.decidedAt(),
                now.decidedBy(), now.validUntil(), now.lapsedFrom(), now.reason());
    }

    private void write(StepStanding before, StepStanding after, String act, Actor actor, Map<String, Object> payload) {
        table.write(after);
        ledger.append(new LedgerEntry(before.programId(), "step." + act, actor, clock.instant(),
                Map.of("step", before.step().key(), "cycle", Integer.toString(after.cycle())), payload));
        events.publishEvent(new StepChanged(before.programId(), before.step(), act));
    }
}
