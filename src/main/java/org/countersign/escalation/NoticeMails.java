package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock;
import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;
import org.countersign.notification.Recipient;
import org.countersign.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes mails of notices: priority at once and alone; everything else while the organization is open, all that waits for
 * a person in one mail. A mail and the mark on its notices are one transaction.
 */
@Component
class NoticeMails {

    private final NoticeStore notices;
    private final LadderStore ladder;
    private final NoticeWords words;
    private final Outbox outbox;
    private final BusinessClock businessClock;
    private final EscalationProperties properties;
    private final TransactionOperations transaction;

    NoticeMails(NoticeStore notices, LadderStore ladder, NoticeWords words, Outbox outbox, BusinessClock businessClock,
                EscalationProperties properties, TransactionOperations transaction) {
        this.notices = notices;
        this.ladder = ladder;
        this.words = words;
        this.outbox = outbox;
        this.businessClock = businessClock;
        this.properties = properties;
        this.transaction = transaction;
    }

    void send(Roster roster, Instant now) {
        notices.urgent().forEach(person -> inTransaction(() ->
                byTask(notices.waiting(person, true)).values().forEach(one -> mail(person, one, roster, now))));
        if (open(now)) {
            notices.patient(now.minus(properties.digestPause())).forEach(person -> inTransaction(() -> {
                List<Notice> waiting = notices.waiting(person, false);
                if (!waiting.isEmpty()) {
                    mail(person, waiting, roster, now);
                }
            }));
        }
    }

    private void inTransaction(Runnable sending) {
        transaction.executeWithoutResult(status -> {
            if (ladder.mine()) {
                sending.run();
            }
        });
    }

    private void mail(String userId, List<Notice> waiting, Roster roster, Instant now) {
        Optional<Person> person = roster.find(userId);
        if (person.isEmpty()) {
            notices.needless(waiting);
            return;
        }
        String event = "ladder:" + waiting.stream().map(Notice::id).min(Long::compare).orElseThrow();
        Map<String, List<Notice>> tasks = byTask(waiting);
        Recipient recipient = new Recipient(userId, person.get().name(), person.get().address());
        MailRequest mail = tasks.size() == 1 ? words.alone(event, recipient, waiting, roster, now)
                : words.digest(event, recipient, List.copyOf(tasks.values()), properties.digestRows(), roster, now);
        outbox.enqueue(mail);
        notices.mailed(waiting, event, now);
    }

    /** In the order in which they come: the first due first. */
    private static Map<String, List<Notice>> byTask(List<Notice> waiting) {
        return waiting.stream().collect(Collectors.groupingBy(notice -> notice.climb().key(), LinkedHashMap::new,
                Collectors.toList()));
    }

    /** Where the calendar ends, nothing is known of closing: mails go out. */
    private boolean open(Instant now) {
        try {
            return businessClock.opening(now).equals(now);
        } catch (IllegalArgumentException beyondCalendar) {
            return true;
        }
    }
}
