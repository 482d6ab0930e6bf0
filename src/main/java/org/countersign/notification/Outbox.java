package org.countersign.notification;

/**
 * Where mails are left in the transaction of the event; a sender takes them from there after commit.
 */
public interface Outbox {

    /**
     * Leaves a mail to be sent, unless one with the same event key and recipient is there already.
     *
     * @return whether it is new
     * @throws IllegalStateException    when no transaction is running
     * @throws IllegalArgumentException when the template is unknown, or the model does not fit it
     */
    boolean enqueue(MailRequest request);
}
