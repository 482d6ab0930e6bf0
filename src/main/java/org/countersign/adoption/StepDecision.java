package org.countersign.adoption;

import java.time.LocalDate;
import java.util.Map;

/**
 * What the answerable person decides about a submitted step.
 */
public sealed interface StepDecision {

    /** The act as it stands in the record. */
    String act();

    /** What the record keeps besides who and when. */
    Map<String, Object> record();

    /** The step stands for as long as its plan says. */
    record Accept(String meaning) implements StepDecision {

        @Override
        public String act() {
            return "accepted";
        }

        @Override
        public Map<String, Object> record() {
            return Map.of("meaning", meaning == null ? "" : meaning);
        }
    }

    /** The evidence does not do yet; the round goes on. */
    record Return(String reason) implements StepDecision {

        @Override
        public String act() {
            return "returned";
        }

        @Override
        public Map<String, Object> record() {
            return Map.of("reason", reason);
        }
    }

    /** No, with what the plan of the step makes of it. */
    record Refuse(String reason) implements StepDecision {

        @Override
        public String act() {
            return "refused";
        }

        @Override
        public Map<String, Object> record() {
            return Map.of("reason", reason);
        }
    }

    /**
     * An executive takes the risk by name.
     *
     * @param until last day of the waiver, in the organization's time zone
     */
    record Waive(String reason, LocalDate until) implements StepDecision {

        @Override
        public String act() {
            return "waived";
        }

        @Override
        public Map<String, Object> record() {
            return Map.of("reason", reason, "until", String.valueOf(until));
        }
    }
}
