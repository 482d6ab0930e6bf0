package org.countersign.engine.hardening.task;

import org.springframework.stereotype.Component;

/** Speaks for the test process within the whole application, so that its tests share one application with all others. */
@Component
class GuardedProcessRule extends Recorder {

    GuardedProcessRule() {
        super("guarded");
    }
}
