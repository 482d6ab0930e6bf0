/**
 * The record of a post as people read it: a timeline in words, whether it is unbroken, and the same for programs.
 * Appends nothing; what a record holds is decided by the module that appends it.
 */
@ApplicationModule(allowedDependencies = {"ledger", "post", "people", "businesstime", "engine::access"})
package org.countersign.evidence;

import org.springframework.modulith.ApplicationModule;
