package org.countersign.notification;

/**
 * Where mails are left in the transaction of the event; a sender takes them from there after commit.
 */
public interface Outbox {

    /**
     * Leaves a mail to be sent, unless one with the same event key and recipient is there already.
     *
     * @return whether it is new
     */
    boolean enqueue(MailRequest request);
}
