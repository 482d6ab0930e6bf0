package org.countersign.ledger;

import jakarta.annotation.PostConstruct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Keeps the ledger's monthly partitions three months ahead of the clock.
 */
@Component
class LedgerPartitions {

    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerPartitions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @PostConstruct
    @Scheduled(cron = "0 0 3 * * *", zone = "UTC")
    void ensure() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (int month = -1; month <= MONTHS_AHEAD; month++) {
            jdbc.sql("select ledger.ensure_month(?)").param(today.plusMonths(month))
                    .query((row, number) -> number).list();
        }
    }
}
