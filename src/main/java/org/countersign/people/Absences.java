package org.countersign.people;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is away and who stands in for whom. A deputy is named for certain days, holds the same roles, and never passes
 * the duty on: a deputy's deputy is not asked.
 */
@Service
public class Absences {

    private final AbsenceStore store;
    private final AbsenceRules rules;
    private final Directory directory;
    private final Ledger ledger;
    private final Clock clock;
    private final ZoneId organizationZone;

    Absences(AbsenceStore store, AbsenceRules rules, Directory directory, Ledger ledger, Clock clock,
             ZoneId organizationZone) {
        this.store = store;
        this.rules = rules;
        this.directory = directory;
        this.ledger = ledger;
        this.clock = clock;
        this.organizationZone = organizationZone;
    }

    /**
     * Enters an absence. Everybody enters their own; whether somebody may enter another's is the caller's to know.
     *
     * @throws IllegalArgumentException with a sentence for people when it cannot stand
     */
    @Transactional
    public Absence enter(String person, LocalDate from, LocalDate to, String deputy, Absence.Reason reason, String by) {
        store.lock();
        Absence absence = new Absence(UUID.randomUUID(), person, from, to,
                deputy == null || deputy.isBlank() ? null : deputy, reason);
        rules.check(absence, from == null ? List.of() : store.endingAfter(from), today());
        store.insert(absence, by, clock.instant());
        Map<String, Object> days = new HashMap<>(Map.of("from", from.toString(), "to", to.toString()));
        record("absence.entered", absence, by, days);
        return absence;
    }

    /**
     * Takes an absence back, also one that has begun: then the person is back at once.
     *
     * @throws IllegalArgumentException with a sentence for people when there is no such absence any more
     */
    @Transactional
    public void cancel(UUID id, String by) {
        Absence absence = find(id).filter(one -> store.cancel(id, by, clock.instant())).orElseThrow(() ->
                new IllegalArgumentException("This absence is over or was taken back already. Nothing was changed."));
        record("absence.canceled", absence, by, Map.of());
    }

    /** Those that are not over and were not taken back, the earliest first. */
    public List<Absence> coming() {
        return store.endingAfter(today());
    }

    public Optional<Absence> find(UUID id) {
        return coming().stream().filter(absence -> absence.id().equals(id)).findFirst();
    }

    /** Everybody who is away at a moment, with their absence. */
    public Map<String, Absence> at(Instant moment) {
        LocalDate day = moment.atZone(organizationZone).toLocalDate();
        return store.endingAfter(day).stream().filter(absence -> absence.covers(day))
                .collect(Collectors.toMap(Absence::person, absence -> absence));
    }

    /**
     * What a record says of a decision that somebody makes in a role while standing in for absent people of that role:
     * {@code onBehalfOf} with their ids; empty when the person acts for nobody else.
     */
    public Map<String, String> onBehalfOf(String userId, String role) {
        String absent = at(clock.instant()).values().stream().filter(absence -> userId.equals(absence.deputy()))
                .map(Absence::person)
                .filter(id -> directory.find(id).map(person -> person.roles().contains(role)).orElse(false))
                .sorted().collect(Collectors.joining(","));
        return absent.isEmpty() ? Map.of() : Map.of("onBehalfOf", absent);
    }

    private LocalDate today() {
        return clock.instant().atZone(organizationZone).toLocalDate();
    }

    private void record(String kind, Absence absence, String by, Map<String, Object> payload) {
        Map<String, Object> all = new HashMap<>(payload);
        all.put("person", absence.person());
        all.put("reason", absence.reason().name());
        if (absence.deputy() != null) {
            all.put("deputy", absence.deputy());
        }
        UUID stream = UUID.nameUUIDFromBytes(("absence:" + absence.person()).getBytes(StandardCharsets.UTF_8));
        ledger.append(new LedgerEntry(stream, kind, Actor.staff(by), clock.instant(),
                Map.of("absence", absence.id().toString()), all));
    }
}
