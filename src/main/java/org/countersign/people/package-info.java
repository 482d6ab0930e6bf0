/**
 * Roles, people and what they may do, who is away and who stands in. People and groups live in the tables of the engine;
 * its Admin application keeps them.
 * Passwords, sessions and pages are not kept here.
 */
@ApplicationModule(allowedDependencies = {"database", "engine::access", "ledger"})
package org.countersign.people;

import org.springframework.modulith.ApplicationModule;
