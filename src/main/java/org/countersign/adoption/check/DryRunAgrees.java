package org.countersign.adoption.check;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.review.DryRun;
import org.springframework.stereotype.Component;

import java.util.Map;

/** The screener and the decision tables in force judge the labeled posts as counsel did. */
@Component
class DryRunAgrees implements StepCheck {

    private final DryRun dryRun;

    DryRunAgrees(DryRun dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public String name() {
        return "dry-run";
    }

    @Override
    public Result run(Program program) {
        DryRun.Report report = dryRun.run();
        Map<String, Object> figures = Map.of("Labels", report.version(), "Items", Integer.toString(report.items()),
                "Agreement in per cent", Integer.toString(report.agreementPercent()), "Disagreed", report.disagreed(),
                "Missed blocks", report.missedBlocks());
        return new Result(report.passed(), "%d of 100 items agreed, %d blocks were missed%s".formatted(
                report.agreementPercent(), report.missedBlocks().size(), report.passed() ? "."
                        : ". At least %d must agree and none be missed: mend the decision tables."
                        .formatted(report.leastPercent())),
                figures);
    }
}
