package org.countersign.people;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an absence must be like to be entered, each refusal with a sentence that says what to do.
 */
@Component
class AbsenceRules {

    private final Directory directory;

    AbsenceRules(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param others all absences that may overlap
     * @throws IllegalArgumentException with a sentence for people
     */
    void check(Absence absence, List<Absence> others, LocalDate today) {
        require(absence.from() != null && absence.to() != null, "Give the first day, and the day of the return.");
        require(absence.from().isBefore(absence.to()), "The day of the return must come after the first day.");
        require(absence.to().isAfter(today), "This absence is over already. Give days that are still to come.");
        require(absence.reason() != null, "Choose a reason.");
        Person person = directory.find(absence.person())
                .orElseThrow(() -> new IllegalArgumentException("There is nobody with the id of the absent person."));
        List<Absence> overlapping = others.stream().filter(absence::overlaps).toList();
        require(overlapping.stream().noneMatch(other -> other.person().equals(person.id())),
                person.name() + " has an absence in these days already. Take that one back first, or choose other days.");
        overlapping.stream().filter(other -> person.id().equals(other.deputy())).findFirst().ifPresent(other -> {
            throw new IllegalArgumentException(standsIn(person, other, absence));
        });
        if (absence.deputy() != null) {
            checkDeputy(person, absence.deputy(), overlapping);
        }
    }

    private void checkDeputy(Person person, String deputyId, List<Absence> overlapping) {
        require(!deputyId.equals(person.id()), "Nobody stands in for themselves. Choose somebody else.");
        Person deputy = directory.find(deputyId)
                .orElseThrow(() -> new IllegalArgumentException("There is nobody with the id of the deputy."));
        String missing = Arrays.stream(Role.values()).filter(role -> person.has(role) && !deputy.has(role))
                .map(Role::label).collect(Collectors.joining(", "));
        require(missing.isEmpty(), ("%s cannot stand in for %s: a deputy needs the same roles, and %s is missing. "
                + "Choose somebody else, or nobody.").formatted(deputy.name(), person.name(), missing));
        require(overlapping.stream().noneMatch(other -> other.person().equals(deputyId)),
                "%s is away in these days too. Choose somebody else, or nobody.".formatted(deputy.name()));
    }

    /** Circles and chains both begin here: whoever stands in for somebody must be there. */
    private String standsIn(Person person, Absence other, Absence absence) {
        String absent = directory.find(other.person()).map(Person::name).orElse(other.person());
        return other.person().equals(absence.deputy())
                ? "%s and %s cannot stand in for each other in the same days.".formatted(person.name(), absent)
                : "%s stands in for %s from %s to %s, and a deputy's deputy is not asked. Give %s another deputy first."
                .formatted(person.name(), absent, other.from(), other.to(), absent);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
