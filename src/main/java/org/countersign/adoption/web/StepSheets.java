package org.countersign.adoption.web;

import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Signatures;
import org.countersign.adoption.StepEvidence;
import org.countersign.adoption.StepPlans;
import org.countersign.adoption.StepRound;
import org.countersign.adoption.StepRounds;
import org.countersign.adoption.StepTask;
import org.countersign.adoption.web.StepSheet.Decided;
import org.countersign.adoption.web.StepSheet.Piece;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gathers what is looked at in a task of a step.
 */
@Component
class StepSheets {

    private static final Set<String> DECISIONS = Set.of("step.accepted", "step.returned", "step.refused", "step.waived");

    private final Programs programs;
    private final StepRounds rounds;
    private final StepPlans plans;
    private final Signatures signatures;
    private final Entities entities;
    private final Directory people;
    private final Ledger ledger;
    private final Clock clock;

    StepSheets(Programs programs, StepRounds rounds, StepPlans plans, Signatures signatures, Entities entities,
               Directory people, Ledger ledger, Clock clock) {
        this.programs = programs;
        this.rounds = rounds;
        this.plans = plans;
        this.signatures = signatures;
        this.entities = entities;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    StepSheet of(StepTask task, String userId) {
        Program program = programs.find(task.programId());
        StepRound round = rounds.of(program.id(), task.step());
        return new StepSheet(task, entities.find(program.entity()).map(Entity::name).orElse(program.entity()),
                round.standing().state(clock.instant()).label(), round.evidence().stream().map(this::piece).toList(),
                round.missing(), lastDecision(task), round.digest(), signs(task, userId), wantsSignature(task),
                signatures.find(task.id(), userId, round.digest()).orElse(null));
    }

    /** Whether this person signs for this task: it needs a signature, and the person holds it. */
    boolean signs(StepTask task, String userId) {
        return wantsSignature(task) && userId.equals(task.assignee());
    }

    private boolean wantsSignature(StepTask task) {
        return StepTask.DECISION.equals(task.form()) || plans.of(task.step()).signed(task.form());
    }

    private Piece piece(StepEvidence evidence) {
        return new Piece(evidence.title(), name(evidence.addedBy()), evidence.addedAt(), words(evidence.content()),
                evidence.digest());
    }

    private static Map<String, String> words(Map<String, Object> content) {
        Map<String, String> words = new LinkedHashMap<>();
        content.forEach((label, value) -> words.put(label, value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", ")) : String.valueOf(value)));
        return words;
    }

    private Decided lastDecision(StepTask task) {
        return ledger.stream(task.programId()).stream().filter(record -> DECISIONS.contains(record.kind())
                        && task.step().key().equals(record.references().get("step")))
                .reduce((before, after) -> after).map(this::decided).orElse(null);
    }

    private Decided decided(LedgerRecord record) {
        return new Decided(record.kind().substring("step.".length()), name(record.actor().id()), record.occurredAt(),
                record.payload() == null ? null : record.payload().path("reason").asText(null));
    }

    private String name(String userId) {
        return Actor.SYSTEM.id().equals(userId) ? "The system" : people.find(userId).map(Person::name).orElse(userId);
    }
}
