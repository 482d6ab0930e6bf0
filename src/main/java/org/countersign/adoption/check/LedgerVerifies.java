package org.countersign.adoption.check;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.ledger.LedgerVerifier;
import org.springframework.stereotype.Component;

import java.util.Map;

/** Every record of the ledger fits its commitment. */
@Component
class LedgerVerifies implements StepCheck {

    private final LedgerVerifier verifier;

    LedgerVerifies(LedgerVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public String name() {
        return "ledger-verifies";
    }

    @Override
    public Result run(Program program) {
        LedgerVerifier.Report report = verifier.all();
        Map<String, Object> figures = Map.of("Records", Long.toString(report.records()), "Problems", report.problems());
        return report.sound() ? new Result(true, report.records() + " records verified.", figures)
                : new Result(false, report.problems().size() + " records do not verify. Call counsel before anything else.",
                        figures);
    }
}
