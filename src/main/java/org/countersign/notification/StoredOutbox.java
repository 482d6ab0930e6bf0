package org.countersign.notification;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.StringUtils;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Writes a mail in its final words beside the event it tells of: both are committed, or neither.
 */
@Component
class StoredOutbox implements Outbox {

    static final String NO_ADDRESS = "NoAddress";

    private final MailRenderer renderer;
    private final MailIdentity identity;
    private final MailStore store;
    private final MailRecords records;
    private final Clock clock;

    StoredOutbox(MailRenderer renderer, MailIdentity identity, MailStore store, MailRecords records, Clock clock) {
        this.renderer = renderer;
        this.identity = identity;
        this.store = store;
        this.records = records;
        this.clock = clock;
    }

    @Override
    public boolean enqueue(MailRequest request) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A mail is enqueued in the transaction of its event, and none is running");
        }
        Mail mail = write(request);
        if (!store.insert(request.eventKey(), mail)) {
            return false;
        }
        records.queued(mail);
        if (mail.state() == MailState.FAILED) {
            records.failed(mail, mail.lastError());
        }
        return true;
    }

    /** A person without an address must not stop the event: that mail is kept as given up, where it can be read. */
    private Mail write(MailRequest request) {
        Recipient recipient = request.recipient();
        boolean reachable = StringUtils.hasText(recipient.address());
        Instant now = clock.instant();
        return new Mail(UUID.randomUUID(), recipient, request.stream(), request.template(),
                identity.messageId(request.eventKey(), recipient.userId()), renderer.render(request),
                TemplateVersions.of(request.template()),
                reachable ? MailState.QUEUED : MailState.FAILED, 0, reachable ? now : null, now, null,
                reachable ? null : NO_ADDRESS);
    }
}
