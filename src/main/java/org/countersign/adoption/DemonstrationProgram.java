package org.countersign.adoption;

import org.countersign.adoption.StepStanding.Decision;
import org.countersign.adoption.StepStanding.Work;
import org.countersign.database.DatabaseOrigin;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Directory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * The demonstration hospital has gone through its eight steps, so that the first post takes five minutes and not five
 * weeks. Only in the database that the application brought with it, and only while there is no program; the record says
 * that nobody decided this.
 */
@Component
class DemonstrationProgram implements SmartInitializingSingleton {

    private static final String NAME = "Harbor Vale Hospital";

    private final ProgramTable table;
    private final StepPlans plans;
    private final Entities entities;
    private final Directory people;
    private final DatabaseOrigin origin;
    private final Ledger ledger;
    private final TransactionOperations transaction;
    private final ZoneId zone;
    private final Clock clock;

    DemonstrationProgram(ProgramTable table, StepPlans plans, Entities entities, Directory people, DatabaseOrigin origin,
                         Ledger ledger, TransactionOperations transaction, ZoneId zone, Clock clock) {
        this.table = table;
        this.plans = plans;
        this.entities = entities;
        this.people = people;
        this.origin = origin;
        this.ledger = ledger;
        this.transaction = transaction;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (origin.embedded() && table.all().isEmpty()) {
            transaction.executeWithoutResult(status -> seed());
        }
    }

    private void seed() {
        Instant now = clock.instant();
        Program program = new Program(UUID.randomUUID(), Entity.FIRST, 0, now, Actor.SYSTEM.id());
        if (!table.insert(program)) {
            return;
        }
        entities.rename(Entity.FIRST, NAME);
        for (Step step : Step.values()) {
            Instant end = LocalDate.ofInstant(now, zone).plusDays(plans.of(step).validDays()).atStartOfDay(zone).toInstant();
            table.write(new StepStanding(program.id(), step, 1, Work.NONE, null, null, Decision.ACCEPTED, now,
                    people.members(plans.of(step).answers()).stream().findFirst().map(person -> person.id()).orElse("system"),
                    end, null, null));
        }
        ledger.append(new LedgerEntry(program.id(), "program.seeded", Actor.SYSTEM, now, Map.of("entity", Entity.FIRST),
                Map.of("meaning", "Demonstration: nobody decided on these steps")));
    }
}
