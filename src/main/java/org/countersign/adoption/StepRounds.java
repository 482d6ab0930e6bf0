package org.countersign.adoption;

import org.countersign.post.ContentDigest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the present round of work on a step.
 */
@Component
public class StepRounds {

    private final ProgramTable table;
    private final StepEvidences evidences;

    StepRounds(ProgramTable table, StepEvidences evidences) {
        this.table = table;
        this.evidences = evidences;
    }

    public StepRound of(UUID programId, Step step) {
        StepStanding standing = table.steps(programId).get(step.ordinal());
        List<StepEvidence> evidence = evidences.ofRound(standing);
        String digests = evidence.stream().map(StepEvidence::digest).collect(Collectors.joining("\n"));
        return new StepRound(standing, evidence, evidences.missing(standing),
                ContentDigest.sha256(digests.getBytes(StandardCharsets.US_ASCII)),
                evidence.stream().filter(this::prepared).map(StepEvidence::addedBy).collect(Collectors.toUnmodifiableSet()));
    }

    /** Reads it and keeps everybody else from changing it until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StepRound locked(UUID programId, Step step) {
        table.lock(programId).orElseThrow(() -> new NoSuchElementException("There is no program " + programId + "."));
        return of(programId, step);
    }

    private boolean prepared(StepEvidence evidence) {
        return !evidence.kind().startsWith(StepEvidences.CHECK) && !evidences.signed(evidence.step(), evidence.kind());
    }
}
