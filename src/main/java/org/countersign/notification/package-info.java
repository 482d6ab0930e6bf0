/**
 * Mail through a transactional outbox: one mail per event, in text and HTML, sent after commit, kept for reading.
 * Whom to tell and when is decided by the modules that enqueue; no post text and nothing about a patient enters a mail.
 * Times in mails are written in the {@link java.time.ZoneId} bean of the application, the zone of the business calendar.
 */
@ApplicationModule(allowedDependencies = {"ledger"})
package org.countersign.notification;

import org.springframework.modulith.ApplicationModule;
