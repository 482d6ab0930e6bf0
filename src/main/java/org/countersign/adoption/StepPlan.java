package org.countersign.adoption;

import org.countersign.people.Role;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a step asks for: who prepares it, who decides, for how long a decision stands, and what must be there before.
 *
 * @param owner               role that prepares the step
 * @param answers             role that decides on it
 * @param validDays           how long an acceptance stands, in calendar days
 * @param prepareBusinessDays how long people have for each task that prepares the step
 * @param decideBusinessDays  how long the decision may take
 * @param evidence            what must be attached before the step can be submitted
 * @param mayCome             what is kept when it comes up, and never missing
 */
public record StepPlan(Step step, Role owner, Role answers, int validDays, int prepareBusinessDays, int decideBusinessDays,
                       List<Required> evidence, List<Required> mayCome) {

    /**
     * @param kind   of the evidence
     * @param title  as people read it
     * @param signed whether somebody signs it with the password; who signs does not become a proposer of the step
     */
    public record Required(String kind, String title, boolean signed) {
    }

    /** @throws IllegalArgumentException when the step knows no evidence of this kind */
    public String title(String kind) {
        return Stream.concat(evidence.stream(), mayCome.stream()).filter(known -> known.kind().equals(kind)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(step.label() + " knows no evidence of the kind " + kind))
                .title();
    }

    /** Whether evidence of this kind is signed with the password. */
    public boolean signed(String kind) {
        return evidence.stream().anyMatch(known -> known.kind().equals(kind) && known.signed());
    }
}
