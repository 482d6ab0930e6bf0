package org.countersign.adoption.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepEvidence;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What was ever attached to a step and done about it, as the record of the program holds it.
 */
@Component
class StepHistory {

    private static final String APPLICATION = "Countersign";

    private final Programs programs;
    private final Ledger ledger;
    private final ProgramHead head;

    StepHistory(Programs programs, Ledger ledger, ProgramHead head) {
        this.programs = programs;
        this.ledger = ledger;
        this.head = head;
    }

    /** What was attached in one round of work, in the order of time. */
    record Round(int number, List<Attached> attached) {
    }

    /** @param rows what it says; empty for those who may not read it */
    record Attached(StepEvidence evidence, String who, List<ContentRows.Row> rows) {
    }

    /** @param said the reason, the meaning of the signature, or null */
    record Act(Instant at, String who, String what, String round, String said) {
    }

    /** The rounds, the latest first. */
    List<Round> rounds(UUID programId, Step step, boolean readable) {
        UnaryOperator<String> names = names();
        Map<Integer, List<Attached>> rounds = new TreeMap<>((one, other) -> other - one);
        for (StepEvidence evidence : programs.evidence(programId, step)) {
            rounds.computeIfAbsent(evidence.cycle(), cycle -> new ArrayList<>()).add(new Attached(evidence,
                    names.apply(evidence.addedBy()), readable ? ContentRows.of(evidence.content()) : List.of()));
        }
        return rounds.entrySet().stream().map(round -> new Round(round.getKey(), round.getValue())).toList();
    }

    /** Every act on the step, in order. */
    List<Act> acts(UUID programId, Step step) {
        UnaryOperator<String> names = names();
        return ledger.stream(programId).stream()
                .filter(record -> record.kind().startsWith("step.") && step.key().equals(record.references().get("step")))
                .map(record -> act(record, names)).toList();
    }

    private static Act act(LedgerRecord record, UnaryOperator<String> names) {
        JsonNode payload = record.payload() == null ? MissingNode.getInstance() : record.payload();
        return new Act(record.occurredAt(), names.apply(record.actor().id()), what(record.kind(), payload),
                record.references().get("cycle"), said(payload));
    }

    private static String what(String kind, JsonNode payload) {
        return switch (kind) {
            case "step.begun" -> "opened a round of work";
            case "step.submitted" -> payload.path("missing").isEmpty() ? "submitted the step for decision"
                    : "submitted the step although something was missing";
            case "step.returned" -> "returned the step";
            case "step.accepted" -> "accepted the step";
            case "step.refused" -> "refused the step";
            case "step.waived" -> "waived the step until " + payload.path("until").asText();
            case "step.lapsed" -> "noted that the step lapsed";
            default -> kind.substring("step.".length()).replace('-', ' ');
        };
    }

    private static String said(JsonNode payload) {
        String text = payload.path("reason").asText(payload.path("meaning").asText());
        return text.isBlank() ? null : text;
    }

    private UnaryOperator<String> names() {
        UnaryOperator<String> names = head.names();
        return userId -> Actor.SYSTEM.id().equals(userId) ? APPLICATION : names.apply(userId);
    }
}
