package org.countersign.escalation;

/**
 * Something that one person is to be told.
 *
 * @param id         null until it is kept
 * @param onBehalfOf user id of the absent person in whose place the recipient is told, or null
 */
record Notice(Long id, Climb climb, int rung, int occurrence, Level level, String recipient, String onBehalfOf) {
}
