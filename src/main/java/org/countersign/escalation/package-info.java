/**
 * The one ladder of every human task: who is reminded when, who is told next, and the mails that say so, until somebody
 * decides. Rungs and superiors are tables in processes/escalation. Nothing here decides a task or counts its deadline
 * when the process gave it one.
 */
@ApplicationModule(allowedDependencies = {"notification", "people", "businesstime", "ledger", "database", "engine::task",
        "engine::access"})
package org.countersign.escalation;

import org.springframework.modulith.ApplicationModule;
