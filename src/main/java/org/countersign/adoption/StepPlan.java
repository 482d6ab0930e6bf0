package org.countersign.adoption;

import org.countersign.people.Role;

import java.util.List;

/**
 * What a step asks for: who prepares it, who decides, for how long a decision stands, and what must be there before.
 *
 * @param owner     role that prepares the step
 * @param answers   role that decides on it
 * @param validDays how long an acceptance stands, in calendar days
 * @param evidence  what must be attached before the step can be submitted
 */
public record StepPlan(Step step, Role owner, Role answers, int validDays, List<Required> evidence) {

    /**
     * @param kind  of the evidence
     * @param title as people read it
     */
    public record Required(String kind, String title) {
    }
}
