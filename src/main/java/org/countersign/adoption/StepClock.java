package org.countersign.adoption;

import org.countersign.adoption.StepStanding.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Begins the renewal of every step that is due or has lapsed. The renewal begins in the transaction that found it due, under
 * the lock of the program: the next run sees the work and does nothing, and a crash leaves the step as it was.
 */
@Component
class StepClock {

    private static final Logger log = LoggerFactory.getLogger(StepClock.class);
    private static final Set<StepState> RENEWED = Set.of(StepState.DUE, StepState.LAPSED);

    private final ProgramTable table;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StepClock(ProgramTable table, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(cron = "0 0 * * * *", zone = "UTC")
    void renewDue() {
        for (Program program : table.all()) {
            try {
                transactions.executeWithoutResult(status -> renewDue(program.id()));
            } catch (RuntimeException e) {
                log.error("The due steps of program {} were not renewed; the next run tries again", program.id(), e);
            }
        }
    }

    private void renewDue(UUID programId) {
        table.lock(programId).orElseThrow();
        Instant now = clock.instant();
        table.steps(programId).stream()
                .filter(step -> step.work() == Work.NONE && RENEWED.contains(step.state(now)))
                .forEach(step -> events.publishEvent(new StepDue(programId, step.step())));
    }
}
