package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock;
import org.countersign.people.Absences;
import org.countersign.people.Directory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for tasks of which a rung is due, and sends what is to be told. Each batch is one transaction of few statements:
 * whatever dies in the middle leaves whole batches behind, and the next run goes on.
 */
@Component
class Sweep {

    static final int BATCH = 1_000;

    private final LadderStore store;
    private final LadderTables tables;
    private final BusinessClock businessClock;
    private final Notices notices;
    private final NoticeMails mails;
    private final Directory directory;
    private final Absences absences;
    private final TransactionOperations transaction;
    private final Clock clock;

    Sweep(LadderStore store, LadderTables tables, BusinessClock businessClock, Notices notices, NoticeMails mails,
          Directory directory, Absences absences, TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.businessClock = businessClock;
        this.notices = notices;
        this.mails = mails;
        this.directory = directory;
        this.absences = absences;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${countersign.escalation.every}", initialDelayString = "${countersign.escalation.every}")
    void run() {
        Instant now = clock.instant();
        Planner planner = new Planner(tables, businessClock);
        Roster roster = new Roster(directory, absences.at(now));
        Set<String> broken = planner.prepare(store.kinds(now));
        while (Boolean.TRUE.equals(transaction.execute(status -> climb(planner, roster, broken, now)))) {
            // One batch after the other, until nothing is due.
        }
        mails.send(roster, now);
    }

    /** @return whether more may be due */
    private boolean climb(Planner planner, Roster roster, Set<String> broken, Instant now) {
        if (!store.mine()) {
            return false;
        }
        Map<Climb, List<Schedule.Step>> steps = new LinkedHashMap<>();
        Map<Climb, Instant> next = new HashMap<>();
        List<Climb> due = store.due(now, broken, BATCH);
        for (Climb waiting : due) {
            Climb climb = planner.plan(waiting);
            Schedule schedule = planner.schedule(climb);
            steps.put(climb, schedule.due(now));
            next.put(climb, schedule.next(now));
        }
        if (!due.isEmpty()) {
            notices.write(steps, roster, now);
            store.climbed(next, now);
        }
        return due.size() == BATCH;
    }
}
