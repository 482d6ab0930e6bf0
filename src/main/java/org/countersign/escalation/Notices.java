package org.countersign.escalation;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns steps of the ladder into notices, and records each step above the holder.
 */
@Component
class Notices {

    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final NoticeStore store;
    private final Ledger ledger;

    Notices(NoticeStore store, Ledger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Writes the notices of all steps in one statement; steps that were told before are left out. */
    void write(Map<Climb, List<Schedule.Step>> steps, Roster roster, Instant now) {
        Map<NoticeStore.Told, List<Notice>> notices = new LinkedHashMap<>();
        steps.forEach((climb, due) -> due.forEach(step -> {
            List<Notice> told = told(climb, step, roster);
            if (told.isEmpty()) {
                log.warn("Nobody can be told that {} waits: give somebody the role {}", climb.key(), climb.executive());
            }
            notices.put(new NoticeStore.Told(climb.key(), step.rung().number(), step.occurrence()), told);
        }));
        List<Notice> all = notices.values().stream().flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            Set<NoticeStore.Told> fresh = store.insert(all, now);
            notices.keySet().stream().filter(fresh::contains).map(notices::get)
                    .filter(told -> told.get(0).level() != Level.HOLDER).forEach(told -> record(told, now));
        }
    }

    private static List<Notice> told(Climb climb, Schedule.Step step, Roster roster) {
        List<Notice> told = new ArrayList<>();
        for (Roster.Told one : roster.told(climb, step.rung().to())) {
            told.add(new Notice(null, climb, step.rung().number(), step.occurrence(), step.rung().to(), one.person().id(),
                    one.onBehalfOf()));
        }
        return told;
    }

    private void record(List<Notice> told, Instant now) {
        Notice first = told.get(0);
        Map<String, String> references = new TreeMap<>(Map.of("task", first.climb().key(), "to", first.level().name(),
                "rung", Integer.toString(first.rung()), "occurrence", Integer.toString(first.occurrence()),
                "role", String.join(",", first.climb().roles())));
        ledger.append(new LedgerEntry(first.climb().stream(), "task.escalated", Actor.SYSTEM, now, references,
                Map.of("told", told.stream().map(Notice::recipient).toList(), "dueAt", first.climb().due().toString())));
    }
}
