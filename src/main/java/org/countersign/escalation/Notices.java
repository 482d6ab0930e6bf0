package org.countersign.escalation;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
            Map<String, List<List<Notice>>> escalated = notices.keySet().stream().filter(fresh::contains).map(notices::get)
                    .filter(told -> told.get(0).level() != Level.HOLDER)
                    .collect(Collectors.groupingBy(told -> told.get(0).climb().key()));
            escalated.values().forEach(told -> record(told, now));
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

    /** One record of a task, however many levels are told at once: that is what a run of many tasks costs. */
    private void record(List<List<Notice>> steps, Instant now) {
        Notice highest = steps.stream().map(told -> told.get(0)).max(Comparator.comparing(Notice::level)).orElseThrow();
        Map<String, String> references = new TreeMap<>(Map.of("task", highest.climb().key(), "to", highest.level().name(),
                "role", String.join(",", highest.climb().roles())));
        ledger.append(new LedgerEntry(highest.climb().stream(), "task.escalated", Actor.SYSTEM, now, references,
                Map.of("dueAt", highest.climb().due().toString(), "steps", steps.stream().map(Notices::words).toList())));
    }

    private static Map<String, Object> words(List<Notice> told) {
        Notice first = told.get(0);
        return Map.of("to", first.level().name(), "rung", first.rung(), "occurrence", first.occurrence(),
                "told", told.stream().map(Notice::recipient).toList());
    }
}
