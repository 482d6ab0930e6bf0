package org.countersign.notification;

/** Where a mail stands. */
enum MailState {
    QUEUED("Waiting"),
    SENT("Sent"),
    FAILED("Given up");

    private final String label;

    MailState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
