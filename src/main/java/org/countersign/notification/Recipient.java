package org.countersign.notification;

/**
 * Whom a mail goes to. The address is looked up by the caller when the mail is enqueued and lives in the outbox only.
 */
public record Recipient(String userId, String name, String address) {
}
