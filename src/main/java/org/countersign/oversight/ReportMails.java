package org.countersign.oversight;

import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;
import org.countersign.notification.Recipient;
import org.countersign.people.Directory;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whom reports are mailed to. A mail holds no figure, only the way to the report.
 */
@Component
class ReportMails {

    private final Outbox outbox;
    private final Directory directory;

    ReportMails(Outbox outbox, Directory directory) {
        this.outbox = outbox;
        this.directory = directory;
    }

    void ready(ReportState report, Entity entity, Instant due, List<Person> executives) {
        send("report.ready", "report-ready", report, executives, Map.of("entity", entity.name(),
                "quarter", report.quarter().label(), "due", due, "link", "/reports/" + report.id()));
    }

    /** Who is told that nobody acknowledged: the committee; compliance while the committee has no members. */
    List<Person> committee() {
        List<Person> committee = directory.members(Role.COMMITTEE);
        return committee.isEmpty() ? directory.members(Role.COMPLIANCE) : committee;
    }

    void unacknowledged(ReportState report, Entity entity, List<Person> committee) {
        send("report.unacknowledged", "report-unacknowledged", report, committee, Map.of("entity", entity.name(),
                "quarter", report.quarter().label(), "since", report.deliveredAt(), "due", report.dueAt(),
                "link", "/reports/" + report.id()));
    }

    private void send(String event, String template, ReportState report, List<Person> to, Map<String, Object> model) {
        to.forEach(person -> outbox.enqueue(new MailRequest(event + ":" + report.id(), template,
                new Recipient(person.id(), person.name(), person.address()), report.id(), model)));
    }
}
