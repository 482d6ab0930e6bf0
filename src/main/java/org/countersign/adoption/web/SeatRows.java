package org.countersign.adoption.web;

import org.countersign.adoption.workgroup.Roster;
import org.countersign.adoption.workgroup.Seat;
import org.countersign.adoption.workgroup.SeatState;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The seats of a workgroup as its page shows them. */
@Component
class SeatRows {

    private final Roster roster;
    private final ProgramHead head;
    private final Days days;

    SeatRows(Roster roster, ProgramHead head, Days days) {
        this.roster = roster;
        this.head = head;
        this.days = days;
    }

    /**
     * @param vacantSince the day on which it was noticed, or null
     * @param attendants  who may come to a meeting for this seat
     */
    record SeatRow(Seat seat, SeatState state, String vacantSince, String member, String delegate, String answeredBy,
                   List<Option> attendants) {

        /** The word in the style sheet, the same as for steps that stand alike. */
        public String tone() {
            return switch (state) {
                case FILLED -> "accepted";
                case DECLINED -> "waived";
                case WITHOUT_DELEGATE -> "due";
                case VACANT -> "lapsed";
            };
        }
    }

    /** Somebody to choose. */
    record Option(String id, String name) {
    }

    List<SeatRow> of(UUID programId) {
        UnaryOperator<String> names = head.names();
        return roster.seats(programId).stream().map(seat -> new SeatRow(seat, roster.state(seat),
                seat.vacantSince() == null ? null : days.of(seat.vacantSince()), name(seat.member(), names),
                name(seat.delegate(), names), seat.declined() ? names.apply(seat.answeredBy()) : null,
                roster.attendants(seat).stream().map(id -> new Option(id, names.apply(id))).toList())).toList();
    }

    private static String name(Seat.Sitter sitter, UnaryOperator<String> names) {
        return sitter == null ? null : names.apply(sitter.userId());
    }
}
