package org.countersign.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Who mails come from, and the ids they carry (RFC 5322, 3.6.4).
 */
@Component
class MailIdentity {

    private final InternetAddress from;
    private final String host;

    /**
     * @throws IllegalStateException when {@code countersign.mail.from} is not an address
     */
    MailIdentity(NotificationProperties properties) {
        String address = properties.mail().from();
        try {
            from = new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new IllegalStateException("countersign.mail.from is not a mail address: " + address, e);
        }
        host = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    InternetAddress from() {
        return from;
    }

    /** Always the same for the same event and recipient, so that a mail sent twice is recognized as one. */
    String messageId(String eventKey, String userId) {
        byte[] name = (eventKey + '\n' + userId).getBytes(StandardCharsets.UTF_8);
        return "<" + UUID.nameUUIDFromBytes(name) + "@" + host + ">";
    }

    /** The id that all mails of a stream refer to, so that a mail program shows them as one conversation. */
    String threadId(UUID stream) {
        return "<stream." + stream + "@" + host + ">";
    }
}
