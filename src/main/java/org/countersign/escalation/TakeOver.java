package org.countersign.escalation;

import org.countersign.engine.task.TaskRefused;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Absence;
import org.countersign.people.Absences;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A deputy takes over what somebody who is away holds.
 */
@Service
class TakeOver {

    private final LadderStore store;
    private final Absences absences;
    private final TaskHands hands;
    private final Ledger ledger;
    private final Clock clock;

    TakeOver(LadderStore store, Absences absences, TaskHands hands, Ledger ledger, Clock clock) {
        this.store = store;
        this.absences = absences;
        this.hands = hands;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the people whose deputy this person is now hold. */
    List<Climb> offered(String deputy) {
        return absences.at(clock.instant()).values().stream().filter(absence -> deputy.equals(absence.deputy()))
                .flatMap(absence -> store.heldBy(absence.person()).stream()).toList();
    }

    /**
     * Gives the task to the deputy.
     *
     * @throws TaskRefused when the task is not held by somebody whose deputy this person is now, or the person may not
     *                     hold it
     */
    @Transactional
    public void take(String key, String deputy) {
        Climb climb = store.lock(key).orElseThrow(() ->
                new TaskRefused("This task was decided meanwhile. Nothing was changed."));
        Absence absence = climb.holder() == null ? null : absences.at(clock.instant()).get(climb.holder());
        if (absence == null || !deputy.equals(absence.deputy())) {
            throw new TaskRefused("You can take over only what somebody holds whose deputy you are today. "
                    + "Nothing was changed.");
        }
        hands.give(key, deputy);
        ledger.append(new LedgerEntry(climb.stream(), "task.taken-over", Actor.staff(deputy), clock.instant(),
                Map.of("task", key, "onBehalfOf", absence.person(), "role", String.join(",", climb.roles()),
                        "absence", absence.id().toString()), Map.of()));
    }
}
