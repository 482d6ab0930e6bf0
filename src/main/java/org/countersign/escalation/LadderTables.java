package org.countersign.escalation;

import java.util.List;

/**
 * The tables of the process owner, as they are deployed now.
 */
public interface LadderTables {

    /** The rungs for the tasks of a process. */
    List<Rung> rungs(String processKey);

    /** @param riskClass class of the post, or null when the task is about none */
    Standing standing(String processKey, String taskKey, Integer riskClass);
}
