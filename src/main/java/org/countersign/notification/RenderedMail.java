package org.countersign.notification;

/** A mail in its final words. */
record RenderedMail(String subject, String text, String html) {
}
