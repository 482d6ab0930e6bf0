package org.countersign.adoption.web;

import org.countersign.adoption.StepRefused;
import org.countersign.adoption.workgroup.Seat;
import org.countersign.adoption.workgroup.Seat.Sitter;

/**
 * What the chair typed about a seat. Everything is kept as it was typed, so that a mistake loses nothing.
 *
 * @param act {@code seat}, {@code decline} or {@code vacate}: the button that was pressed
 */
record SeatForm(String act, String member, String memberDeclared, String memberQualification, String delegate,
                String delegateDeclared, String delegateQualification, String answeredBy) {

    static SeatForm of(Seat seat) {
        Sitter member = seat.member();
        Sitter delegate = seat.delegate();
        return new SeatForm("seat", member == null ? "" : member.userId(), day(member), text(member),
                delegate == null ? "" : delegate.userId(), day(delegate), text(delegate),
                seat.answeredBy() == null ? "" : seat.answeredBy());
    }

    /** @throws StepRefused when the day is not a day */
    Sitter sitsAsMember() {
        return sitter(member, memberDeclared, memberQualification);
    }

    /** @throws StepRefused when the day is not a day */
    Sitter sitsAsDelegate() {
        return sitter(delegate, delegateDeclared, delegateQualification);
    }

    private static Sitter sitter(String id, String declared, String qualification) {
        if (id == null || id.isBlank()) {
            return null;
        }
        return new Sitter(id, TypedDay.of(declared), qualification == null ? "" : qualification.strip());
    }

    private static String day(Sitter sitter) {
        return sitter == null ? "" : sitter.declaredOn().toString();
    }

    private static String text(Sitter sitter) {
        return sitter == null ? "" : sitter.qualification();
    }
}
