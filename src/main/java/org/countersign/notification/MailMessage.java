package org.countersign.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A mail as it goes over the wire; the same bytes at every attempt, but for the boundary of its parts.
 */
final class MailMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private MailMessage() {
    }

    /**
     * @throws MessagingException when the recipient's address is not one (RFC 5322)
     */
    static void fill(MimeMessage message, Mail mail, MailIdentity identity) throws MessagingException {
        message.setFrom(identity.from());
        message.setRecipient(RecipientType.TO, address(mail.recipient()));
        message.setSubject(mail.content().subject(), UTF_8);
        message.setSentDate(Date.from(mail.createdAt()));
        // Survives saving: Spring's sender puts a Message-ID that was set back after Jakarta Mail has replaced it.
        message.setHeader("Message-ID", mail.messageId());
        message.setHeader("In-Reply-To", identity.threadId(mail.stream()));
        message.setHeader("References", identity.threadId(mail.stream()));
        // RFC 3834: no vacation notice answers a mail that a program wrote.
        message.setHeader("Auto-Submitted", "auto-generated");
        // The richer form comes last (RFC 2046, 5.1.4).
        message.setContent(new MimeMultipart("alternative",
                part(mail.content().text(), "plain"), part(mail.content().html(), "html")));
    }

    private static InternetAddress address(Recipient recipient) throws MessagingException {
        try {
            InternetAddress address = new InternetAddress(recipient.address(), recipient.name(), UTF_8);
            address.validate();
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is missing", e);
        }
    }

    private static BodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        return part;
    }
}
