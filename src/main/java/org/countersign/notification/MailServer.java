package org.countersign.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

import java.util.Optional;

/**
 * The configured mail server, if there is one. Without {@code spring.mail.host} mails stay in the outbox.
 */
@Component
class MailServer {

    private final JavaMailSender sender;

    MailServer(ObjectProvider<JavaMailSender> sender, @Value("${spring.mail.host:}") String host) {
        this.sender = StringUtils.hasText(host) ? sender.getIfAvailable() : null;
    }

    Optional<JavaMailSender> sender() {
        return Optional.ofNullable(sender);
    }

    boolean configured() {
        return sender != null;
    }
}
