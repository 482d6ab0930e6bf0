package org.countersign.adoption.web;

import org.countersign.adoption.Step;
import org.countersign.adoption.StepState;

import java.util.List;
import java.util.Locale;

/**
 * What the board shows of a step. Days are written out; what does not apply is null.
 *
 * @param since      the day on which the state began
 * @param validUntil the last day of the decision
 * @param nextReview the day from which the renewal is due
 * @param round      what is being worked on, and since when
 * @param missing    what the round of work lacks, as sentences
 * @param overdue    whether what was decided has ended without a new decision
 */
record StepCard(Step step, StepState state, String since, String validUntil, String nextReview, Holders owner,
                Holders answers, String round, List<String> missing, boolean overdue, String reason) {

    /** A role and who holds it. */
    record Holders(String role, List<String> names) {

        public String who() {
            return names.isEmpty() ? "nobody holds this role" : String.join(", ", names);
        }
    }

    /** The word in the style sheet: {@code not-started}. */
    public String tone() {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
