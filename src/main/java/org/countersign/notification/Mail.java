package org.countersign.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail of the outbox.
 *
 * @param recipient     whom it goes to; the address is null for a person who has none
 * @param templateVersion says which wording of the template it is; null for mails that were written before it was kept
 * @param messageId     RFC 5322 Message-ID with its angle brackets
 * @param attempts      how often sending was begun
 * @param nextAttemptAt when it may be tried (again); null once it is sent or given up
 * @param sentAt        when the server took it; null before
 * @param lastError     class of the last error, null when there was none
 */
record Mail(UUID id, Recipient recipient, UUID stream, String template, String messageId, RenderedMail content,
            String templateVersion,
            MailState state, int attempts, Instant nextAttemptAt, Instant createdAt, Instant sentAt, String lastError) {
}
