package org.countersign.escalation;

import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;

/** Takes one mail and dies after it wrote the second, before that is committed. */
class DyingOutbox implements Outbox {

    private final Outbox outbox;
    private int taken;

    DyingOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public boolean enqueue(MailRequest request) {
        boolean fresh = outbox.enqueue(request);
        if (++taken == 2) {
            throw new IllegalStateException("died");
        }
        return fresh;
    }
}
