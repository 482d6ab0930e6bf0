package org.countersign.adoption;

/**
 * The decision table that process owners edit: what one step of the program does to a post.
 */
public interface GateTable {

    /** Changes when another version of the table is deployed: answers of an older one no longer count. */
    String version();

    /** @param days for how many whole days the step has stood so */
    GateEffect effect(Step step, StepState state, long days, GateQuestion question);
}
