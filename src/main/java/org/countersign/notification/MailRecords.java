package org.countersign.notification;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Map;

/**
 * What the ledger keeps of mails. To whom and about what is part of the encrypted payload.
 */
@Component
class MailRecords {

    private final Ledger ledger;
    private final Clock clock;

    MailRecords(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void queued(Mail mail) {
        append("mail.queued", mail, Map.of("recipient", mail.recipient().userId(), "subject", mail.content().subject(),
                "messageId", mail.messageId()));
    }

    void sent(Mail mail) {
        append("mail.sent", mail, Map.of("recipient", mail.recipient().userId(), "messageId", mail.messageId(),
                "attempts", mail.attempts()));
    }

    void failed(Mail mail, String error) {
        append("mail.failed", mail, Map.of("recipient", mail.recipient().userId(), "error", error,
                "attempts", mail.attempts()));
    }

    private void append(String kind, Mail mail, Map<String, Object> payload) {
        ledger.append(new LedgerEntry(mail.stream(), kind, Actor.SYSTEM, clock.instant(),
                Map.of("mail", mail.id().toString(), "template", mail.template()), payload));
    }
}
