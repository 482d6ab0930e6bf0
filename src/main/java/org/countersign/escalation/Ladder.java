package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock;
import org.countersign.people.Absences;
import org.countersign.people.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ladder as others use it: a task begins to wait, somebody takes it, it is done. Everything else comes by itself.
 */
@Service
public class Ladder {

    private static final Logger log = LoggerFactory.getLogger(Ladder.class);

    private static final String TASK = "task:";

    private final LadderStore store;
    private final LadderTables tables;
    private final BusinessClock businessClock;
    private final Notices notices;
    private final Directory directory;
    private final Absences absences;
    private final Clock clock;

    Ladder(LadderStore store, LadderTables tables, BusinessClock businessClock, Notices notices, Directory directory,
           Absences absences, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.businessClock = businessClock;
        this.notices = notices;
        this.directory = directory;
        this.absences = absences;
        this.clock = clock;
    }

    /** The key under which a task of the engine is known here. */
    public static String keyOfTask(String taskId) {
        return TASK + taskId;
    }

    /** The id of the engine's task. */
    public static String taskOf(String key) {
        return key.substring(TASK.length());
    }

    /** Keys of all tasks that wait. */
    public Set<String> open() {
        return new HashSet<>(store.open());
    }

    /** A task begins to wait; a second time nothing happens. */
    @Transactional
    public void open(Climb climb) {
        store.insert(climb);
    }

    /** Somebody holds the task, or nobody any longer: then the id is null. */
    @Transactional
    public void held(String key, String userId) {
        store.hold(key, userId);
    }

    /** The task was decided or is no longer wanted: nobody is told any more. */
    @Transactional
    public void close(String key) {
        store.close(key, clock.instant());
    }

    /**
     * Tells the rungs of a moment now, for a process that shows its moments as timers. What the sweep told before, or will
     * come to later, is told once.
     */
    @Transactional
    public void climb(String key, Moment moment) {
        store.lock(key).ifPresentOrElse(waiting -> {
            Instant now = clock.instant();
            Planner planner = new Planner(tables, businessClock);
            Climb climb = planner.plan(waiting);
            List<Schedule.Step> steps = planner.schedule(climb).at(moment);
            notices.write(Map.of(climb, steps), new Roster(directory, absences.at(now)), now);
        }, () -> log.warn("{} is not on the ladder at {}: it is done, or will be found by the next comparison", key, moment));
    }
}
