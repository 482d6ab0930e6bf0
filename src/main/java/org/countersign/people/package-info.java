/**
 * Roles, people and what they may do. People and groups live in the tables of the engine; its Admin application keeps them.
 * Passwords, sessions and pages are not kept here.
 */
@ApplicationModule(allowedDependencies = {"database", "engine::access"})
package org.countersign.people;

import org.springframework.modulith.ApplicationModule;
