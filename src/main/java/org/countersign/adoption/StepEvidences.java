package org.countersign.adoption;

import org.countersign.ledger.Actor;
import org.countersign.ledger.CanonicalJson;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.ContentDigest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The evidence of a round of work: attached by people, measured by checks, and what is missing of it.
 */
@Component
class StepEvidences implements SmartInitializingSingleton {

    static final String CHECK = "check:";
    private static final String PASSED = "Passed";
    private static final String FOUND = "Found";

    private final EvidenceTable table;
    private final StepPlans plans;
    private final ObjectProvider<StepCheck> checks;
    private final Ledger ledger;
    private final Clock clock;

    StepEvidences(EvidenceTable table, StepPlans plans, ObjectProvider<StepCheck> checks, Ledger ledger, Clock clock) {
        this.table = table;
        this.plans = plans;
        this.checks = checks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A check that nobody answers for would be found out when the first organization comes to that step. */
    @Override
    public void afterSingletonsInstantiated() {
        Arrays.stream(Step.values()).flatMap(step -> plans.of(step).evidence().stream()).map(StepPlan.Required::kind)
                .filter(kind -> kind.startsWith(CHECK)).forEach(kind -> check(kind.substring(CHECK.length())));
    }

    StepEvidence attach(StepStanding step, String kind, String title, Map<String, Object> content, Actor actor) {
        String digest = ContentDigest.sha256(CanonicalJson.bytes(Map.of("kind", kind, "title", title, "content", content)));
        StepEvidence evidence = new StepEvidence(UUID.randomUUID(), step.programId(), step.step(), step.cycle(), kind, title,
                content, digest, actor.id(), clock.instant());
        table.insert(evidence);
        ledger.append(new LedgerEntry(step.programId(), "evidence.attached", actor, evidence.addedAt(),
                Map.of("step", step.step().key(), "cycle", Integer.toString(step.cycle()), "kind", kind, "digest", digest),
                Map.of("title", title, "content", content)));
        return evidence;
    }

    /** Whether evidence of this kind is signed instead of prepared. */
    boolean signed(Step step, String kind) {
        return plans.of(step).signed(kind);
    }

    /** Runs the checks that the plan asks for and attaches what each found. */
    void measure(Program program, StepStanding step) {
        for (StepPlan.Required required : plans.of(step.step()).evidence()) {
            if (required.kind().startsWith(CHECK)) {
                StepCheck.Result result = check(required.kind().substring(CHECK.length())).run(program);
                Map<String, Object> content = new LinkedHashMap<>(result.figures());
                content.put(PASSED, result.passed() ? "yes" : "no");
                content.put(FOUND, result.sentence());
                attach(step, required.kind(), required.title(), content, Actor.SYSTEM);
            }
        }
    }

    /** What was attached in this round, in the order of time. */
    List<StepEvidence> ofRound(StepStanding step) {
        return table.of(step.programId(), step.step()).stream().filter(evidence -> evidence.cycle() == step.cycle()).toList();
    }

    /** What this round still lacks, as sentences for people. The latest evidence of a kind counts. */
    List<String> missing(StepStanding step) {
        Map<String, StepEvidence> latest = ofRound(step).stream().collect(
                Collectors.toMap(StepEvidence::kind, evidence -> evidence, (before, after) -> after));
        return plans.of(step.step()).evidence().stream().map(required -> lack(required, latest.get(required.kind())))
                .filter(Objects::nonNull).toList();
    }

    private static String lack(StepPlan.Required required, StepEvidence evidence) {
        if (evidence == null) {
            return "\"" + required.title() + "\" is not attached.";
        }
        return required.kind().startsWith(CHECK) && !"yes".equals(evidence.content().get(PASSED))
                ? "\"" + required.title() + "\" did not pass: " + evidence.content().get(FOUND) : null;
    }

    private StepCheck check(String name) {
        List<StepCheck> answering = checks.stream().filter(check -> check.name().equals(name)).toList();
        if (answering.size() != 1) {
            throw new IllegalStateException(answering.size() + " checks answer for " + name + ": exactly one must.");
        }
        return answering.get(0);
    }
}
