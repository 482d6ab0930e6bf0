package org.countersign.oversight;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Map;

/** An executive has acknowledged a report that was delivered since the program began. */
@Component
class ReportAcknowledged implements StepCheck {

    private final ReportStore reports;

    ReportAcknowledged(ReportStore reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "report-acknowledged";
    }

    @Override
    public Result run(Program program) {
        Instant begun = program.startedAt();
        return reports.newest(Integer.MAX_VALUE).stream()
                .filter(report -> report.entity().equals(program.entity()) && report.acknowledged()
                        && report.builtAt().isAfter(begun)).findFirst()
                .map(report -> new Result(true, "The report " + report.label() + " was acknowledged.",
                        Map.of("Report", report.id().toString(), "SHA-256", report.sha256())))
                .orElseGet(() -> new Result(false, "No executive has acknowledged a report yet. It is built, delivered and "
                        + "acknowledged under Reports.", Map.of()));
    }
}
