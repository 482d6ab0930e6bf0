package org.countersign.training;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes what a person attests. What counts is the content that was shown: when it changed meanwhile, it must be read again.
 */
@Service
public class Attesting {

    static final int LONGEST_RECORD = 1_000;

    private final Lessons lessons;
    private final Assignments assignments;
    private final AttestationRepository repository;
    private final Ledger ledger;
    private final Clock clock;

    Attesting(Lessons lessons, Assignments assignments, AttestationRepository repository, Ledger ledger, Clock clock) {
        this.lessons = lessons;
        this.assignments = assignments;
        this.repository = repository;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps the attempt; one that passed moves the due date.
     *
     * @param digest digest of the content that was shown
     * @throws Refused     when the content changed meanwhile, the module is not assigned, or something is missing
     * @throws BelowPassMark when too few answers of the quiz were right; the attempt is kept
     */
    @Transactional(noRollbackFor = BelowPassMark.class)
    public Attestation attest(String userId, String module, String digest, Answers answers) {
        Lesson lesson = lessons.find(module).orElseThrow(() -> new Refused("There is no such module. Go back to the page "
                + "/training and choose one."));
        if (assignments.find(userId, module).isEmpty()) {
            throw new Refused("This module is not assigned to you, so there is nothing to attest.");
        }
        if (!lesson.digest().equals(digest)) {
            throw new Refused("The content changed while you read it. Read the new version below, then attest that one.");
        }
        requireComplete(lesson, answers);
        Attestation attempt = attempt(userId, lesson, digest, answers);
        repository.insert(attempt, lesson);
        record(attempt);
        if (!attempt.passed()) {
            throw new BelowPassMark(attempt.score(), lesson.module().passMark(), lesson.wrong(answers.chosen()));
        }
        assignments.complete(userId, module, lesson.version(), attempt.at(), dueAgain(lesson.module(), attempt.at()));
        return attempt;
    }

    /** The attempts of a person at a module, the latest first. */
    public List<Attestation> attempts(String userId, String module) {
        return repository.of(userId, module);
    }

    private static void requireComplete(Lesson lesson, Answers answers) {
        if (!answers.confirmed()) {
            throw new Refused("Confirm the statement at the end: without it the training does not count.");
        }
        if (answers.chosen().stream().filter(chosen -> chosen != null).count() < lesson.questions().size()) {
            throw new Refused("Answer all " + lesson.questions().size() + " questions.");
        }
        if (lesson.module().record() != null && (answers.record().isEmpty() || answers.record().length() > LONGEST_RECORD)) {
            throw new Refused("Fill in \"%s\" with at most %d characters: it is part of the evidence."
                    .formatted(lesson.module().record().label(), LONGEST_RECORD));
        }
    }

    private Attestation attempt(String userId, Lesson lesson, String digest, Answers answers) {
        Integer score = lesson.questions().isEmpty() ? null
                : 100 * (lesson.questions().size() - lesson.wrong(answers.chosen()).size()) / lesson.questions().size();
        boolean passed = score == null || score >= lesson.module().passMark();
        return new Attestation(UUID.randomUUID(), userId, lesson.module().id(), lesson.version(), digest, answers, score,
                passed, clock.instant());
    }

    private void record(Attestation attempt) {
        ledger.append(new LedgerEntry(Training.stream(attempt.userId()), attempt.passed() ? "training.attested" : "quiz.failed",
                Actor.staff(attempt.userId()), attempt.at(), new TreeMap<>(Map.of("module", attempt.module(),
                "contentVersion", Integer.toString(attempt.contentVersion()), "digest", attempt.digest())), attempt));
    }

    private static Instant dueAgain(TrainingModule module, Instant at) {
        return module.cadence() == null ? Assignments.NEVER : at.atOffset(ZoneOffset.UTC).plus(module.cadence()).toInstant();
    }
}
