package org.countersign.adoption.web;

import org.countersign.adoption.StepRefused;
import org.countersign.adoption.workgroup.Meeting.Resolution;
import org.countersign.people.Role;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the chair typed about a meeting: fields by name, as they were sent, so that a mistake loses nothing. Seats are
 * {@code present.legal}, decisions {@code decision.1.text}, {@code decision.1.owner}, {@code decision.1.due}.
 */
record MeetingForm(Map<String, String> fields) {

    /** How many decisions the form has room for; further ones are part of the minutes. */
    static final int ROOM = 6;

    public String value(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Who was there, by seat. */
    Map<Role, String> present(List<Role> seats) {
        Map<Role, String> present = new EnumMap<>(Role.class);
        seats.stream().filter(role -> !value("present." + role.id()).isBlank())
                .forEach(role -> present.put(role, value("present." + role.id())));
        return present;
    }

    /** @throws StepRefused when the day is not a day */
    LocalDate heldOn() {
        return TypedDay.of(value("heldOn"));
    }

    /** @throws StepRefused when a day is not a day, or an owner or a day stands without a decision */
    List<Resolution> decisions() {
        return numbers().stream().filter(number -> Stream.of("text", "owner", "due")
                .anyMatch(part -> !decision(number, part).isBlank())).map(this::resolution).toList();
    }

    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, ROOM).boxed().toList();
    }

    public String decision(int number, String part) {
        return value("decision." + number + "." + part);
    }

    private Resolution resolution(int number) {
        if (decision(number, "text").isBlank()) {
            throw new StepRefused("Say what decision " + number + " is.");
        }
        String owner = decision(number, "owner");
        return new Resolution(decision(number, "text").strip(), owner.isBlank() ? null : owner,
                TypedDay.of(decision(number, "due")));
    }
}
