package org.countersign.adoption.check;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.ledger.DeletionProbe;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/** A record can neither be changed nor deleted by the application. */
@Component
class DeletionRefused implements StepCheck {

    private final DeletionProbe probe;

    DeletionRefused(DeletionProbe probe) {
        this.probe = probe;
    }

    @Override
    public String name() {
        return "deletion-refused";
    }

    @Override
    public Result run(Program program) {
        List<String> allowed = probe.allowed();
        return allowed.isEmpty()
                ? new Result(true, "The database refused to change and to delete a record.", Map.of("Allowed", allowed))
                : new Result(false, "The database allowed the " + String.join(" and the ", allowed)
                        + " of a record. Have the operator restore its triggers.", Map.of("Allowed", allowed));
    }
}
