/**
 * Who must review what by when: findings kept, routing, decisions, four eyes, approval bound to the digest.
 * Publishing asks through the conditions of the post module whether a version may go out.
 */
@ApplicationModule(allowedDependencies = {"post", "account", "screening", "ledger", "notification", "people", "businesstime",
        "escalation", "engine::task", "engine::access"})
package org.countersign.review;

import org.springframework.modulith.ApplicationModule;
