/**
 * The record of evidence: every act is appended in the transaction that made it happen, and never changed.
 * What a record means is decided by the module that appends it. Engine history is not evidence.
 */
@ApplicationModule(allowedDependencies = {"keys"})
package org.countersign.ledger;

import org.springframework.modulith.ApplicationModule;
