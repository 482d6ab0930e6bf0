package org.countersign.adoption.workgroup;

import org.countersign.adoption.StepRefused;
import org.countersign.adoption.workgroup.Seat.Sitter;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Directory;
import org.countersign.people.Memberships;
import org.countersign.people.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The seats of a workgroup and who fills them. The directory is asked each time, because an administrator may have taken
 * somebody out of a role since.
 */
@Service
public class Roster {

    private final SeatTable table;
    private final SeatRules rules;
    private final WorkgroupRules charter;
    private final Directory people;
    private final Memberships memberships;
    private final Ledger ledger;
    private final Clock clock;

    Roster(SeatTable table, SeatRules rules, WorkgroupRules charter, Directory people, Memberships memberships, Ledger ledger,
           Clock clock) {
        this.table = table;
        this.rules = rules;
        this.charter = charter;
        this.people = people;
        this.memberships = memberships;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Every seat of the charter, in its order. */
    public List<Seat> seats(UUID programId) {
        Map<Role, Seat> taken = table.of(programId);
        return charter.seats().stream().map(role -> taken.getOrDefault(role, Seat.empty(programId, role))).toList();
    }

    /** How the seat stands today, by what the directory says of its people. */
    public SeatState state(Seat seat) {
        if (seat.declined()) {
            return people.find(seat.answeredBy()).isPresent() ? SeatState.DECLINED : SeatState.VACANT;
        }
        if (!sits(seat.member(), seat.role())) {
            return SeatState.VACANT;
        }
        return sits(seat.delegate(), seat.role()) ? SeatState.FILLED : SeatState.WITHOUT_DELEGATE;
    }

    /** Whether the person fills a seat of this program as member or delegate, or answers for a declined one. */
    public boolean belongs(UUID programId, String userId) {
        return table.of(programId).values().stream().flatMap(this::present).anyMatch(userId::equals);
    }

    /**
     * Who may come to a meeting for the seat: its member, its delegate, or who answers for a function that declined. Whoever
     * has left the role is not among them.
     */
    public List<String> attendants(Seat seat) {
        return present(seat).toList();
    }

    /**
     * Seats people.
     *
     * @param delegate null when nobody is named yet
     * @throws StepRefused when somebody cannot take the seat; says why
     */
    @Transactional
    public void seat(UUID programId, Role role, Sitter member, Sitter delegate, String byUserId) {
        rules.checkSeated(role, member, delegate);
        Map<String, Object> payload = new LinkedHashMap<>(Map.of("member", said(member)));
        if (delegate != null) {
            payload.put("delegate", said(delegate));
        }
        write(new Seat(programId, role, member, delegate, null, null), "seat.taken", Actor.staff(byUserId), payload);
    }

    /**
     * Notes that a function takes no seat, and who answers its questions.
     *
     * @throws StepRefused when the seat cannot be declined, or nobody who could answer is named
     */
    @Transactional
    public void decline(UUID programId, Role role, String answeredBy, String byUserId) {
        rules.checkDeclined(role, answeredBy);
        write(new Seat(programId, role, null, null, answeredBy, null), "seat.declined", Actor.staff(byUserId),
                Map.of("answeredBy", answeredBy));
    }

    /** Takes everybody from the seat. It counts as vacant from now on. */
    @Transactional
    public void vacate(UUID programId, Role role, String byUserId) {
        rules.checkSeat(role);
        Seat now = table.of(programId).getOrDefault(role, Seat.empty(programId, role));
        if (now.people().findAny().isPresent()) {
            write(Seat.empty(programId, role).vacant(clock.instant()), "seat.vacated", Actor.staff(byUserId), Map.of());
        }
    }

    /** Notes which seats nobody fills any more and which are filled again, and lets the group of the engine follow. */
    @Transactional
    public void compare(UUID programId) {
        table.lock();
        for (Seat seat : seats(programId)) {
            boolean vacant = state(seat) == SeatState.VACANT;
            if (vacant && seat.vacantSince() == null) {
                note(seat.vacant(clock.instant()), "seat.found-vacant", Actor.SYSTEM, Map.of());
            } else if (!vacant && seat.vacantSince() != null) {
                note(seat.vacant(null), "seat.found-filled", Actor.SYSTEM, Map.of());
            }
        }
        followSeats();
    }

    private void write(Seat seat, String act, Actor actor, Map<String, Object> payload) {
        table.lock();
        note(seat, act, actor, payload);
        followSeats();
    }

    private void note(Seat seat, String act, Actor actor, Map<String, Object> payload) {
        table.write(seat);
        ledger.append(new LedgerEntry(seat.programId(), act, actor, clock.instant(), Map.of("seat", seat.role().id()),
                payload));
    }

    /** One group for the workgroups of all programs: whoever loses the last seat leaves it. */
    private void followSeats() {
        Set<String> seated = table.all().stream().flatMap(this::present).collect(Collectors.toSet());
        memberships.keep(Role.WORKGROUP, seated);
    }

    private Stream<String> present(Seat seat) {
        return seat.declined() ? Stream.of(seat.answeredBy()).filter(id -> people.find(id).isPresent())
                : Stream.of(seat.member(), seat.delegate()).filter(sitter -> sits(sitter, seat.role())).map(Sitter::userId);
    }

    private boolean sits(Sitter sitter, Role role) {
        return sitter != null && people.find(sitter.userId()).filter(person -> person.has(role)).isPresent();
    }

    private static Map<String, Object> said(Sitter sitter) {
        return Map.of("id", sitter.userId(), "declaredOn", sitter.declaredOn().toString(),
                "qualification", sitter.qualification());
    }
}
