/**
 * The social accounts of the organization: network, address, owner, secret, state.
 * Lies below posts, because a post names the accounts it is meant for. Sending is done by the publishing module.
 */
@ApplicationModule(allowedDependencies = {"keys", "ledger", "database", "people"})
package org.countersign.account;

import org.springframework.modulith.ApplicationModule;
