/**
 * Policy versions, training modules, quizzes and attestations: who has learned and accepted what, and until when.
 * A right that needs training is refused through the conditions of the people module.
 */
@ApplicationModule(allowedDependencies = {"ledger", "notification", "people", "businesstime", "database", "engine::task",
        "engine::access"})
package org.countersign.training;

import org.springframework.modulith.ApplicationModule;
