package org.countersign.adoption.workgroup;

import org.countersign.people.Role;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A seat of a program's workgroup as it was filled. Whether these people still hold its role is for the {@link Roster} to say.
 *
 * @param member      null when nobody was seated
 * @param delegate    who comes when the member cannot; null when nobody was named
 * @param answeredBy  who answers the questions of a function that declines its seat; null when it does not
 * @param vacantSince when it was noticed that nobody fills the seat; null while it is filled
 */
public record Seat(UUID programId, Role role, Sitter member, Sitter delegate, String answeredBy, Instant vacantSince) {

    /** Somebody on a seat, with the day of the declaration of conflicts of interest. */
    public record Sitter(String userId, LocalDate declaredOn, String qualification) {
    }

    public boolean declined() {
        return answeredBy != null;
    }

    /** Ids of everybody who was named for the seat. */
    Stream<String> people() {
        return Stream.of(member == null ? null : member.userId(), delegate == null ? null : delegate.userId(), answeredBy)
                .filter(Objects::nonNull);
    }

    static Seat empty(UUID programId, Role role) {
        return new Seat(programId, role, null, null, null, null);
    }

    Seat vacant(Instant since) {
        return new Seat(programId, role, member, delegate, answeredBy, since);
    }
}
