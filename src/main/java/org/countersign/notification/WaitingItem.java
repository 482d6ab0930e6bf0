package org.countersign.notification;

import java.time.Instant;

/**
 * One row of a digest.
 *
 * @param task      what waits, as the task list shows it
 * @param reference short id of what the task is about
 * @param on        on whom it waits: names or roles
 * @param standing  how it stands: {@code overdue by 3 business hours}
 * @param told      as what the recipient is told: {@code Supervisor}
 * @param link      a path of this application
 */
public record WaitingItem(String task, String reference, String on, String standing, String told, Instant since, Instant due,
                          String link) {
}
