package org.countersign.escalation;

import java.util.List;

/** Tables in which the rows of one process cannot be read. */
record BrokenFor(String process, LadderTables tables) implements LadderTables {

    @Override
    public List<Rung> rungs(String processKey) {
        if (processKey.equals(process)) {
            throw new IllegalArgumentException("No enum constant Moment.SOMETIMES");
        }
        return tables.rungs(processKey);
    }

    @Override
    public Standing standing(String processKey, String taskKey, Integer riskClass) {
        return tables.standing(processKey, taskKey, riskClass);
    }
}
