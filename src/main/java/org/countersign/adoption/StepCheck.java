package org.countersign.adoption;

import java.util.Map;

/**
 * Something about a step that the running system can tell by itself. What it finds becomes evidence; a person still
 * decides.
 */
public interface StepCheck {

    /** The kind in the plan of the step without {@code check:}. Exactly one check answers for each. */
    String name();

    Result run(Program program);

    /**
     * @param passed   whether the step may be submitted
     * @param sentence what was found, for people; when it did not pass also what to do
     * @param figures  what was measured, by label: strings only, because it is digested
     */
    record Result(boolean passed, String sentence, Map<String, Object> figures) {
    }
}
