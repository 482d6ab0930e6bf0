/**
 * The shared layout of pages, error pages, sign-in, and the security of everything that answers HTTP.
 * A module's own pages live in the module.
 */
@ApplicationModule(allowedDependencies = {"people", "engine::access"})
package org.countersign.web;

import org.springframework.modulith.ApplicationModule;
