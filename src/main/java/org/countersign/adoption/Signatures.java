package org.countersign.adoption;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signatures with the password. Whoever calls this has checked the password; it never comes here.
 */
@Service
public class Signatures {

    /** The longest meaning, in characters. */
    public static final int LONGEST = 300;

    private final SignatureTable table;
    private final StepRounds rounds;
    private final StepPlans plans;
    private final Ledger ledger;
    private final Clock clock;

    Signatures(SignatureTable table, StepRounds rounds, StepPlans plans, Ledger ledger, Clock clock) {
        this.table = table;
        this.rounds = rounds;
        this.plans = plans;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps a signature under the evidence as it is now.
     *
     * @param shown digest of the evidence that the person was shown
     * @throws StepRefused when the meaning is blank or too long, or the evidence is no longer what was shown
     */
    @Transactional
    public Signature sign(UUID programId, Step step, String taskId, String userId, String meaning, String shown) {
        if (meaning == null || meaning.isBlank() || meaning.length() > LONGEST) {
            throw new StepRefused("Say what your signature means, in at most " + LONGEST + " characters.");
        }
        StepRound round = rounds.locked(programId, step);
        if (!round.digest().equals(shown)) {
            throw new StepRefused("The evidence has changed since you opened this page. Look at it again, then sign.");
        }
        Signature signature = new Signature(UUID.randomUUID(), userId, taskId, meaning.strip(), clock.instant(), shown);
        table.insert(signature);
        ledger.append(new LedgerEntry(programId, "step.signed", Actor.staff(userId), signature.signedAt(),
                Map.of("step", step.key(), "cycle", Integer.toString(round.standing().cycle()), "task", taskId,
                        "digest", shown), Map.of("meaning", signature.meaning())));
        return signature;
    }

    /** The signature of this person for this task and this evidence, as long as it counts. */
    public Optional<Signature> find(String taskId, String userId, String evidenceDigest) {
        return table.latest(taskId, userId, evidenceDigest)
                .filter(signature -> clock.instant().isBefore(signature.signedAt().plus(plans.signatureCounts())));
    }

    /** @throws StepRefused when there is none */
    public Signature require(String taskId, String userId, String evidenceDigest) {
        return find(taskId, userId, evidenceDigest).orElseThrow(() -> new StepRefused("Sign first: open the tab Step, read "
                + "the evidence and sign with your password. A signature counts for " + plans.signatureCounts().toMinutes()
                + " minutes and only for the evidence that was shown."));
    }
}
