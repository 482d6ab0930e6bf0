package org.countersign.adoption.workgroup;

import org.countersign.adoption.StepRefused;
import org.countersign.adoption.workgroup.Meeting.Resolution;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The meetings of a workgroup: minutes and decisions, kept as records.
 */
@Service
public class Meetings {

    private static final int LONGEST_MINUTES = 50_000;
    private static final int LONGEST_DECISION = 2_000;

    private final MeetingTable table;
    private final Roster roster;
    private final WorkgroupRules charter;
    private final Ledger ledger;
    private final ZoneId zone;
    private final Clock clock;

    Meetings(MeetingTable table, Roster roster, WorkgroupRules charter, Ledger ledger, ZoneId zone, Clock clock) {
        this.table = table;
        this.roster = roster;
        this.charter = charter;
        this.ledger = ledger;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Keeps what was said and decided. Whether the meeting had a quorum follows from who was there.
     *
     * @throws StepRefused when something is missing or somebody was present who has no seat; says what
     */
    @Transactional
    public Meeting record(UUID programId, LocalDate heldOn, Map<Role, String> present, String minutes,
                          List<Resolution> decisions, String byUserId) {
        check(programId, heldOn, present, minutes, decisions);
        Meeting meeting = new Meeting(UUID.randomUUID(), programId, heldOn, present, charter.quorate(present.keySet()),
                minutes.strip(), decisions, clock.instant(), byUserId);
        if (!table.insert(meeting)) {
            throw new StepRefused("A meeting of this day was recorded already. Records are not changed: add what is missing to "
                    + "the minutes of the next meeting.");
        }
        ledger.append(new LedgerEntry(programId, "meeting.recorded", Actor.staff(byUserId), meeting.recordedAt(),
                Map.of("meeting", meeting.id().toString(), "quorum", Boolean.toString(meeting.quorate())), payload(meeting)));
        return meeting;
    }

    /** The latest first. */
    public List<Meeting> of(UUID programId) {
        return table.of(programId);
    }

    public Optional<Meeting> find(UUID programId, UUID id) {
        return table.find(programId, id);
    }

    /** The day of the last meeting that could decide; empty when there was none. */
    public Optional<LocalDate> lastQuorate(UUID programId) {
        return table.lastQuorate(programId);
    }

    private void check(UUID programId, LocalDate heldOn, Map<Role, String> present, String minutes,
                       List<Resolution> decisions) {
        if (heldOn == null || heldOn.isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
            throw new StepRefused("Enter the day of the meeting, today at the latest.");
        }
        if (present.isEmpty()) {
            throw new StepRefused("Say who was present.");
        }
        Map<Role, Seat> seats = new TreeMap<>();
        roster.seats(programId).forEach(seat -> seats.put(seat.role(), seat));
        present.forEach((role, person) -> {
            if (!seats.containsKey(role) || !roster.attendants(seats.get(role)).contains(person)) {
                throw new StepRefused("The seat " + role.label() + " can only be represented by its member or delegate.");
            }
        });
        if (new HashSet<>(present.values()).size() < present.size()) {
            throw new StepRefused("Nobody represents two seats in one meeting. Choose somebody else for one of them.");
        }
        if (minutes == null || minutes.isBlank() || minutes.length() > LONGEST_MINUTES) {
            throw new StepRefused("Enter minutes of at most " + LONGEST_MINUTES + " characters.");
        }
        decisions.forEach(decision -> {
            if (decision.text().isBlank() || decision.text().length() > LONGEST_DECISION) {
                throw new StepRefused("Every decision needs a text of at most " + LONGEST_DECISION + " characters.");
            }
        });
    }

    private static Map<String, Object> payload(Meeting meeting) {
        Map<String, Object> present = new TreeMap<>();
        meeting.present().forEach((role, person) -> present.put(role.id(), person));
        List<Map<String, String>> decisions = meeting.decisions().stream().map(decision -> {
            Map<String, String> kept = new TreeMap<>(Map.of("text", decision.text()));
            if (decision.owner() != null) {
                kept.put("owner", decision.owner());
            }
            if (decision.due() != null) {
                kept.put("due", decision.due().toString());
            }
            return kept;
        }).toList();
        return Map.of("heldOn", meeting.heldOn().toString(), "present", present, "minutes", meeting.minutes(),
                "decisions", decisions);
    }
}
