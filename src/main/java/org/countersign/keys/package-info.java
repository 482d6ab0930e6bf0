/**
 * The keys that live outside the database: created on first use, kept in files that only the owner may read.
 * Encrypts and decrypts for other modules; what is encrypted is their business.
 */
@ApplicationModule(allowedDependencies = {})
package org.countersign.keys;

import org.springframework.modulith.ApplicationModule;
