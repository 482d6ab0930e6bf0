/**
 * The eight steps of the adoption program, their evidence and decisions, and the gate they are for every post.
 * Posts ask the gate through conditions that this module contributes; nothing here writes, reviews or sends a post.
 */
@ApplicationModule(allowedDependencies = {"post", "account", "review", "publishing", "training", "ledger", "notification",
        "people", "businesstime", "engine::task", "engine::access", "database"})
package org.countersign.adoption;

import org.springframework.modulith.ApplicationModule;
