/**
 * Connectors and deliveries: one row per version and account, the outcome sent, refused or unknown, read-back.
 * Whether a version may go out is answered by the publication conditions that other modules contribute.
 */
@ApplicationModule(allowedDependencies = {"post", "account", "ledger", "notification", "people", "engine::task"})
package org.countersign.publishing;

import org.springframework.modulith.ApplicationModule;
