package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock;
import org.countersign.businesstime.Deadline;
import org.countersign.escalation.LadderStore.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills in what a task did not bring with it, and counts its rungs. Lives for one run: each table is asked once for each
 * kind of task, however many wait.
 */
final class Planner {

    private static final Logger log = LoggerFactory.getLogger(Planner.class);

    private final LadderTables tables;
    private final BusinessClock clock;
    private final Map<Kind, Standing> standings = new HashMap<>();
    private final Map<String, List<Rung>> rungs = new HashMap<>();

    Planner(LadderTables tables, BusinessClock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Asks the tables in advance, outside of the transaction that a mistake in them would end.
     *
     * @return processes of which the tables cannot be read; the others must not wait for their correction
     */
    Set<String> prepare(Collection<Kind> kinds) {
        Set<String> broken = new HashSet<>();
        for (Kind kind : kinds) {
            try {
                standing(kind);
                rungs(kind.processKey());
            } catch (RuntimeException mistake) {
                broken.add(kind.processKey());
                log.error("Nobody is reminded of the tasks of the process {}: correct the tables in processes/escalation",
                        kind.processKey(), mistake);
            }
        }
        return broken;
    }

    Climb plan(Climb climb) {
        if (climb.planned()) {
            return climb;
        }
        Standing standing = standing(new Kind(climb.processKey(), climb.taskKey(), climb.riskClass()));
        Climb timed = climb;
        if (climb.due() == null) {
            Deadline deadline = clock.deadline(climb.since(), standing.amount(), standing.unit());
            timed = climb.due(deadline.halfway(), deadline.nearly(), deadline.due());
        }
        return timed.under(standing.supervisor(), climb.executive() == null ? standing.executive() : climb.executive(),
                standing.priority());
    }

    Schedule schedule(Climb climb) {
        return new Schedule(climb, rungs(climb.processKey()), clock);
    }

    private Standing standing(Kind kind) {
        return standings.computeIfAbsent(kind, one -> tables.standing(one.processKey(), one.taskKey(), one.riskClass()));
    }

    private List<Rung> rungs(String processKey) {
        return rungs.computeIfAbsent(processKey, tables::rungs);
    }
}
