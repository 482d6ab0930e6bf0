package org.countersign.oversight;

import org.countersign.businesstime.BusinessClock;
import org.countersign.businesstime.Deadline;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * The quarterly report to executives: built once, delivered by mail, acknowledged with minutes, or escalated. Every act is
 * recorded in the stream of the report's id.
 */
@Service
public class QuarterlyReport {

    private final ReportStore store;
    private final ReportPdf pdf;
    private final ReportMails mails;
    private final MinuteCheck check;
    private final Directory directory;
    private final Entities entities;
    private final BusinessClock businessClock;
    private final Ledger ledger;
    private final ZoneId zone;
    private final Clock clock;
    private final KpiTable.Acknowledgment acknowledgment = KpiTable.shipped().acknowledgment();

    QuarterlyReport(ReportStore store, ReportPdf pdf, ReportMails mails, MinuteCheck check, Directory directory,
                    Entities entities, BusinessClock businessClock, Ledger ledger, ZoneId organizationZone, Clock clock) {
        this.store = store;
        this.pdf = pdf;
        this.mails = mails;
        this.check = check;
        this.directory = directory;
        this.entities = entities;
        this.businessClock = businessClock;
        this.ledger = ledger;
        this.zone = organizationZone;
        this.clock = clock;
    }

    /**
     * Builds the report of an entity and a quarter. One that is built again for the same quarter stands beside the first.
     *
     * @return the id of the report
     * @throws ReportRefused when there is no such entity, the quarter has not begun, or nobody did anything in it
     */
    @Transactional
    public UUID build(String entityId, Quarter quarter, String userId) {
        Instant now = clock.instant();
        Entity entity = entities.find(entityId)
                .orElseThrow(() -> new ReportRefused("There is no entity " + entityId + ": choose one of the list."));
        Period period = quarter.period(zone);
        if (now.isBefore(period.from())) {
            throw new ReportRefused(quarter.label() + " has not begun: a report can be built from " + period.first() + " on.");
        }
        if (!store.anythingHappened(entityId, period.from(), period.to())) {
            throw new ReportRefused("Nobody did anything for " + entity.name() + " in " + quarter.label()
                    + " that was recorded, so there is nothing to report. Choose another quarter.");
        }
        byte[] file = pdf.of(entity, quarter, now);
        ReportState report = new ReportState(UUID.randomUUID(), entityId, quarter, sha256(file), userId, now, null, null,
                null, null, null, null);
        store.insert(report, file);
        record(report, "report.built", Actor.staff(userId), now, Map.of("bytes", file.length));
        return report.id();
    }

    /**
     * Mails the link to every executive; delivering it again does nothing.
     *
     * @throws ReportRefused when nobody is an executive
     */
    @Transactional
    public void deliver(UUID reportId, String userId) {
        ReportState report = state(reportId);
        List<Person> executives = directory.members(Role.EXECUTIVE);
        if (executives.isEmpty()) {
            throw new ReportRefused("Nobody has the role " + Role.EXECUTIVE.label()
                    + ", so nobody would get the report. Give the role to somebody first.");
        }
        Instant now = clock.instant();
        Deadline due = businessClock.deadline(now, acknowledgment.amount(), acknowledgment.unit());
        if (store.deliver(reportId, userId, now, due.due(), due.calendar())) {
            mails.ready(report, entity(report), due.due(), executives);
            record(report, "report.delivered", Actor.staff(userId), now, Map.of("dueAt", due.due().toString(),
                    "calendar", due.calendar(), "recipients", executives.stream().map(Person::id).toList()));
        }
    }

    /**
     * An executive has read and discussed it.
     *
     * @param minutes at least one decision, and the actions that follow
     * @throws ReportRefused when the person is no executive, the minutes are incomplete, it was not delivered, or somebody
     *                       has acknowledged it already
     */
    @Transactional
    public void acknowledge(UUID reportId, String userId, List<Minute> minutes) {
        ReportState report = state(reportId);
        if (directory.find(userId).filter(person -> person.has(Role.EXECUTIVE)).isEmpty()) {
            throw new ReportRefused("Only somebody with the role " + Role.EXECUTIVE.label() + " can acknowledge a report.");
        }
        Instant now = clock.instant();
        check.require(minutes, now);
        if (!report.delivered()) {
            throw new ReportRefused("The report was not delivered yet: it can be acknowledged after that.");
        }
        if (!store.acknowledge(reportId, userId, now)) {
            throw new ReportRefused("The report was acknowledged already. Reload the page to read its minutes.");
        }
        for (int position = 0; position < minutes.size(); position++) {
            store.insert(reportId, position, minutes.get(position));
        }
        record(report, "report.acknowledged", Actor.staff(userId), now, Map.of("minutes", minutes));
    }

    /** How a report stands. @throws NoSuchElementException when there is none with this id */
    public ReportState state(UUID reportId) {
        return store.find(reportId).orElseThrow(() -> new NoSuchElementException("There is no report " + reportId));
    }

    /** Delivered reports whose time for acknowledgment has passed without one, escalated or not; the oldest first. */
    public List<ReportState> unacknowledged(Instant now) {
        return store.unacknowledged(now);
    }

    /** Tells the compliance committee, once. @return whether this call did it */
    @Transactional
    public boolean escalate(UUID reportId) {
        ReportState report = state(reportId);
        Instant now = clock.instant();
        List<Person> committee = mails.committee();
        if (committee.isEmpty() || !store.escalate(reportId, now)) {
            return false;
        }
        mails.unacknowledged(report, entity(report), committee);
        record(report, "report.escalated", Actor.SYSTEM, now,
                Map.of("recipients", committee.stream().map(Person::id).toList()));
        return true;
    }

    /** An action is done. @throws ReportRefused when it was done already */
    @Transactional
    public UUID done(UUID minuteId, String userId) {
        ReportStore.StoredMinute minute = store.minuteById(minuteId)
                .orElseThrow(() -> new NoSuchElementException("There is no action " + minuteId));
        Instant now = clock.instant();
        if (!store.done(minuteId, userId, now)) {
            throw new ReportRefused("This action is done already.");
        }
        record(state(minute.reportId()), "report.action-done", Actor.staff(userId), now, Map.of("minute", minuteId.toString()));
        return minute.reportId();
    }

    private Entity entity(ReportState report) {
        return entities.find(report.entity()).orElse(new Entity(report.entity(), report.entity()));
    }

    private void record(ReportState report, String kind, Actor actor, Instant at, Map<String, Object> payload) {
        ledger.append(new LedgerEntry(report.id(), kind, actor, at, Map.of("report", report.id().toString(), "entity",
                report.entity(), "quarter", report.quarter().toString(), "sha256", report.sha256()), payload));
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}
