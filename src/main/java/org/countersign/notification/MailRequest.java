package org.countersign.notification;

import java.util.Map;
import java.util.UUID;

/**
 * A mail to be sent once.
 *
 * @param eventKey  what happened, so that a repeated job enqueues nothing twice: {@code post-approved:<post>:2}
 * @param template  name of the template pair below {@code templates/mail}: {@code post-approved}
 * @param recipient whom it goes to
 * @param stream    the ledger stream the mail belongs to, normally the post
 * @param model     exactly the values that {@link MailTemplate} lists for the template: labels, names of staff, moments
 *                  (shown in the organization's zone), and {@code link}, a path of this application; a list of names is
 *                  shown with commas, a list of {@link WaitingItem} as a table. Never text of a post
 */
public record MailRequest(String eventKey, String template, Recipient recipient, UUID stream,
                          Map<String, Object> model) {
}
