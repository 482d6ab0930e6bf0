package org.countersign.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Takes mails out of the outbox and hands them to the mail server, one after the other, outside of any transaction.
 * <p>
 * A mail is claimed first, for longer than the time-outs let one attempt last. When the application dies between the
 * server's answer and the commit that notes it, the claim runs out and the mail is sent again with the same Message-ID:
 * a mail is never lost, and a mail program can see that the second one is the first.
 */
@Component
class MailDispatcher {

    /**
     * How long to wait after each attempt that failed: soon at first, then every four hours for four days, as RFC 5321,
     * 4.5.4.1, asks of every mail system. A mail server that is down for a weekend costs no escalation.
     */
    static final List<Duration> BACK_OFF = Stream.concat(
            Stream.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2)),
            Stream.generate(() -> Duration.ofHours(4)).limit(24)).toList();
    static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);

    private final MailStore store;
    private final MailServer server;
    private final MailIdentity identity;
    private final MailRecords records;
    private final TransactionOperations transaction;
    private final Clock clock;

    MailDispatcher(MailStore store, MailServer server, MailIdentity identity, MailRecords records,
                   TransactionOperations transaction, Clock clock) {
        this.store = store;
        this.server = server;
        this.identity = identity;
        this.records = records;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due until nothing is, or until something fails: then the server gets a rest as well. */
    @Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void sendDue() {
        server.sender().ifPresent(sender -> {
            Optional<Mail> next = claim();
            while (next.isPresent() && send(next.get(), sender)) {
                next = claim();
            }
        });
    }

    private Optional<Mail> claim() {
        Instant now = clock.instant();
        return transaction.execute(status -> store.claim(now, now.plus(CLAIM)));
    }

    private boolean send(Mail mail, JavaMailSender sender) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MailMessage.fill(message, mail, identity);
            sender.send(message);
        } catch (MessagingException | RuntimeException e) {
            // Whatever is wrong with this one, it counts as an attempt: otherwise it would come first again for ever.
            failed(mail, errorClass(e));
            return false;
        }
        transaction.executeWithoutResult(status -> {
            if (store.markSent(mail.id(), clock.instant())) {
                records.sent(mail);
            }
        });
        return true;
    }

    private void failed(Mail mail, String error) {
        log.warn("Mail {} could not be sent at attempt {}: {}", mail.id(), mail.attempts(), error);
        transaction.executeWithoutResult(status -> {
            if (mail.attempts() <= BACK_OFF.size()) {
                store.postpone(mail.id(), clock.instant().plus(BACK_OFF.get(mail.attempts() - 1)), error);
            } else if (store.giveUp(mail.id(), error)) {
                records.failed(mail, error);
            }
        });
    }

    /** The class only: what a server answers may repeat the address, and mail errors go into logs and records. */
    private static String errorClass(Exception error) {
        Throwable cause = error;
        if (error instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            cause = sending.getMessageExceptions()[0];
        }
        return NestedExceptionUtils.getMostSpecificCause(cause).getClass().getSimpleName();
    }
}
