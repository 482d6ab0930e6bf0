/**
 * Figures of both loops for executives: the scorecard, the quarterly report, what became of it. Reads the facts of other
 * modules through views and changes none; further figures are contributed as {@link org.countersign.oversight.FigureSource}.
 */
@ApplicationModule(allowedDependencies = {"post", "account", "publishing", "screening", "evidence", "ledger", "notification",
        "people", "businesstime", "training", "adoption", "engine::access"})
package org.countersign.oversight;

import org.springframework.modulith.ApplicationModule;
