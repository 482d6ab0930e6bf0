/**
 * Posts: drafts, frozen versions with their content digest, media, and how a channel counts and shows a text.
 * Neither judges (screening, review) nor sends (publishing).
 */
@ApplicationModule(allowedDependencies = {"account", "ledger", "people"})
package org.countersign.post;

import org.springframework.modulith.ApplicationModule;
