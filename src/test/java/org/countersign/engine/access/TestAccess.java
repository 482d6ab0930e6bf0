package org.countersign.engine.access;

import org.camunda.bpm.engine.ProcessEngine;

/** For tests of adapters against an engine of their own. */
public final class TestAccess {

    private TestAccess() {
    }

    public static AsApplication to(ProcessEngine engine) {
        return new AsApplication(engine.getIdentityService());
    }
}
