package org.countersign.adoption.workgroup;

import org.countersign.adoption.Program;
import org.countersign.adoption.StepCheck;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether every mandatory seat has a member and a delegate who hold its role today. A function that declined counts when
 * somebody answers for it; who decides on the step reads that in the evidence.
 */
@Component
class SeatsFilled implements StepCheck {

    private final Roster roster;
    private final Directory people;

    SeatsFilled(Roster roster, Directory people) {
        this.roster = roster;
        this.people = people;
    }

    @Override
    public String name() {
        return "seats-filled";
    }

    @Override
    public Result run(Program program) {
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Seat> seats = roster.seats(program.id());
        seats.forEach(seat -> figures.put(seat.role().label(), words(seat)));
        List<Seat> open = seats.stream().filter(seat -> roster.state(seat) == SeatState.VACANT
                || roster.state(seat) == SeatState.WITHOUT_DELEGATE).toList();
        return new Result(open.isEmpty(), open.isEmpty() ? "All " + seats.size() + " seats are filled or answered for."
                : "Fill these seats on the page of the workgroup: " + open.stream()
                .map(seat -> seat.role().label() + " (" + roster.state(seat).label().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", ")) + ".", figures);
    }

    private String words(Seat seat) {
        String names = roster.attendants(seat).stream().map(id -> people.find(id).map(Person::name).orElse(id))
                .collect(Collectors.joining(", "));
        return roster.state(seat).label() + (names.isEmpty() ? "" : ": " + names);
    }
}
