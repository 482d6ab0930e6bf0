package org.countersign.training;

import org.countersign.people.Role;

import java.time.Period;
import java.util.Set;

/**
 * A training module as the curriculum asks for it.
 *
 * @param id       {@code T1} to {@code T13}, or {@code policy-<entity>} for reading the policy
 * @param audience roles that need it
 * @param cadence  how long a training counts; null when it counts until the content changes
 * @param evidence what must be kept of it
 * @param passMark percent of right answers that a quiz needs; null without a quiz
 * @param record   what the person must note besides; null when nothing
 */
public record TrainingModule(String id, String title, Set<Role> audience, Period cadence, Evidence evidence,
                             Integer passMark, Record record) {

    public enum Evidence {
        QUIZ("Quiz"), ATTESTATION("Attestation"), DRILL("Drill log"), SAMPLE("Sample"), CALIBRATION("Calibration"),
        MINUTES("Minutes");

        private final String label;

        Evidence(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A note that is part of the evidence: licence states, the times of a drill.
     *
     * @param label the question
     * @param hint  an example of an answer
     */
    public record Record(String label, String hint) {
    }

    /** Whether a person with these roles, given by their ids, needs it. */
    public boolean neededBy(Set<String> roles) {
        return audience.stream().anyMatch(role -> roles.contains(role.id()));
    }
}
