package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock.Unit;

/**
 * What the table says of a kind of task.
 *
 * @param amount     deadline of a task that its process gave none
 * @param unit       how that deadline counts
 * @param supervisor role that is told first
 * @param executive  role that is told next, unless the process named another
 * @param priority   whether its notices go out at once and alone, also while the organization is closed
 */
public record Standing(int amount, Unit unit, String supervisor, String executive, boolean priority) {
}
