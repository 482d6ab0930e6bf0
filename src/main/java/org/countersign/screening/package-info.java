/**
 * Pure functions from content and context to findings; no database, no engine, nothing leaves the machine.
 * Findings only raise a risk; nothing here ever says that a text is clean.
 */
@ApplicationModule(allowedDependencies = {})
package org.countersign.screening;

import org.springframework.modulith.ApplicationModule;
