package org.countersign.oversight;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * Looks for reports that nobody acknowledged in time. What was escalated is kept with the report, so a run that dies or runs
 * twice tells nobody twice.
 */
@Component
class ReportEscalation {

    private static final Logger log = LoggerFactory.getLogger(ReportEscalation.class);

    private final QuarterlyReport reports;
    private final Clock clock;

    ReportEscalation(QuarterlyReport reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        for (ReportState report : reports.unacknowledged(clock.instant())) {
            if (!report.escalated() && !reports.escalate(report.id()) && !reports.state(report.id()).escalated()) {
                log.warn("Report {} was not acknowledged in time, and nobody can be told: give somebody the role of the "
                        + "compliance committee.", report.id());
            }
        }
    }
}
