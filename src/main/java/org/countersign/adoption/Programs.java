package org.countersign.adoption;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Entities;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * The programs, how their steps stand, and what was attached to them.
 */
@Service
public class Programs {

    private final ProgramTable table;
    private final EvidenceTable evidence;
    private final StepEvidences evidences;
    private final Entities entities;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Programs(ProgramTable table, EvidenceTable evidence, StepEvidences evidences, Entities entities, Ledger ledger,
             ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.evidence = evidence;
        this.evidences = evidences;
        this.entities = entities;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Begins the program of an entity, and with it its process.
     *
     * @throws StepRefused when there is no such entity, or it has a program already
     */
    @Transactional
    public Program start(String entity, String userId) {
        if (entities.find(entity).isEmpty()) {
            throw new StepRefused("There is no entity \"" + entity + "\". Add it first.");
        }
        Program program = new Program(UUID.randomUUID(), entity, 0, clock.instant(), userId);
        if (!table.insert(program)) {
            throw new StepRefused("This entity has its program already.");
        }
        ledger.append(new LedgerEntry(program.id(), "program.started", Actor.staff(userId), program.startedAt(),
                Map.of("entity", entity), Map.of()));
        events.publishEvent(new ProgramStarted(program.id(), userId));
        return program;
    }

    /** Ordered by entity. */
    public List<Program> all() {
        return table.all();
    }

    /** @throws NoSuchElementException when there is no such program */
    public Program find(UUID id) {
        return table.find(id).orElseThrow(() -> new NoSuchElementException("There is no program " + id + "."));
    }

    public Optional<Program> ofEntity(String entity) {
        return table.ofEntity(entity);
    }

    /** The eight steps in their order. */
    public List<StepStanding> steps(UUID programId) {
        return table.steps(programId);
    }

    public StepStanding step(UUID programId, Step step) {
        return table.steps(programId).get(step.ordinal());
    }

    /** Everything that was ever attached to a step, in the order of time. */
    public List<StepEvidence> evidence(UUID programId, Step step) {
        return evidence.of(programId, step);
    }

    /** What the round of work on a step still lacks, as sentences for people. */
    public List<String> missing(StepStanding step) {
        return evidences.missing(step);
    }
}
