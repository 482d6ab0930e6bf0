/**
 * The engine as this product uses it: deployment of bundles, access, hardening, and the guard of every user task.
 * Besides the process packages of the modules this is the only place that imports the engine's classes.
 */
@ApplicationModule(allowedDependencies = {"database"})
package org.countersign.engine;

import org.springframework.modulith.ApplicationModule;
