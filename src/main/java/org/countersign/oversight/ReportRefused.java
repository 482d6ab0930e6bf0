package org.countersign.oversight;

/**
 * A report cannot be built, delivered or acknowledged; nothing was changed. The message is a sentence for people.
 */
public class ReportRefused extends RuntimeException {

    public ReportRefused(String message) {
        super(message);
    }
}
