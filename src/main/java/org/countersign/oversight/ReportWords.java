package org.countersign.oversight;

import org.countersign.oversight.Kpi.Verdict;
import org.countersign.oversight.Scorecard.Shown;
import org.countersign.oversight.Scorecard.Standing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first page of a report in sentences, for somebody who reads nothing else.
 */
final class ReportWords {

    private ReportWords() {
    }

    static List<String> summary(Shown card, int openActions) {
        List<String> sentences = new ArrayList<>();
        find(card, "submitted").ifPresent(one -> sentences.add(one.value().text() + plural(one, " post was", " posts were")
                + " submitted" + change(one) + "."));
        List<Standing> targets = card.standings().stream()
                .filter(one -> one.verdict() == Verdict.MET || one.verdict() == Verdict.MISSED).toList();
        List<Standing> missed = targets.stream().filter(one -> one.verdict() == Verdict.MISSED).toList();
        if (targets.isEmpty()) {
            sentences.add("Nothing happened that a target could be compared with.");
        } else if (missed.isEmpty()) {
            sentences.add(targets.size() == 1 ? "The only target that could be measured was met."
                    : "All " + targets.size() + " targets that could be measured were met.");
        } else {
            sentences.add((targets.size() - missed.size()) + " of " + targets.size() + " targets were met. Missed: "
                    + missed.stream().map(one -> one.kpi().label() + " (" + one.value().text() + ", target "
                    + one.kpi().target() + ")").collect(Collectors.joining("; ")) + ".");
        }
        find(card, "near-misses").ifPresent(one -> sentences.add(one.value().value() == 0
                ? "No version was stopped because it might tell of a patient."
                : one.value().text() + plural(one, " version was", " versions were")
                + " stopped before publication because it might tell of a patient."));
        sentences.add(switch (openActions) {
            case 0 -> "No action of an earlier report is open.";
            case 1 -> "1 action of an earlier report is open.";
            default -> openActions + " actions of earlier reports are open.";
        });
        return sentences;
    }

    private static Optional<Standing> find(Shown card, String kpi) {
        return card.standings().stream().filter(one -> one.kpi().id().equals(kpi) && one.value().value() != null).findFirst();
    }

    private static String plural(Standing one, String singular, String plural) {
        return one.value().value() == 1 ? singular : plural;
    }

    private static String change(Standing one) {
        return switch (one.change()) {
            case "–" -> "";
            case "the same" -> ", as many as in the quarter before";
            default -> ", " + one.change() + " than in the quarter before";
        };
    }
}
