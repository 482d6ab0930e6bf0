package org.countersign.people;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AbsenceRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final List<Person> STAFF = List.of(person("Lena", "legal", "counsel"), person("Lara", "legal", "counsel"),
            person("Luis", "legal", "counsel", "author"), person("Leo", "legal"));

    private final AbsenceRules rules = new AbsenceRules(new Few());

    @Test
    void letsSomebodyOfTheSameRolesStandIn() {
        assertThatCode(() -> check(away("Lena", 1, 5, "Lara"))).doesNotThrowAnyException();
        assertThatCode(() -> check(away("Lena", 1, 5, "Luis"))).as("more roles are no fault").doesNotThrowAnyException();
        assertThatCode(() -> check(away("Lena", 1, 5, null))).as("nobody stands in").doesNotThrowAnyException();
    }

    @Test
    void refusesADeputyWithoutTheSameRoles() {
        refused(away("Lena", 1, 5, "Leo"), "Leo cannot stand in for Lena: a deputy needs the same roles, and Counsel and "
                + "records is missing. Choose somebody else, or nobody.");
    }

    @Test
    void refusesADeputyWhoIsAwayThen() {
        refused(away("Lena", 1, 5, "Lara"), "Lara is away in these days too. Choose somebody else, or nobody.",
                away("Lara", 4, 9, null));
        assertThatCode(() -> check(away("Lena", 1, 5, "Lara"), away("Lara", 5, 9, null)))
                .as("the day of the return is no absence").doesNotThrowAnyException();
    }

    @Test
    void refusesACircle() {
        refused(away("Lara", 3, 7, "Lena"), "Lara and Lena cannot stand in for each other in the same days.",
                away("Lena", 1, 5, "Lara"));
    }

    @Test
    void refusesAChain() {
        refused(away("Lara", 3, 7, "Luis"), "Lara stands in for Lena from 2027-03-02 to 2027-03-06, and a deputy's deputy "
                + "is not asked. Give Lena another deputy first.", away("Lena", 1, 5, "Lara"));
        refused(away("Lara", 3, 7, null), "Lara stands in for Lena from 2027-03-02 to 2027-03-06, and a deputy's deputy "
                + "is not asked. Give Lena another deputy first.", away("Lena", 1, 5, "Lara"));
    }

    @Test
    void refusesOverlappingAbsences() {
        refused(away("Lena", 4, 9, null), "Lena has an absence in these days already. Take that one back first, or choose "
                + "other days.", away("Lena", 1, 5, null));
        assertThatCode(() -> check(away("Lena", 5, 9, null), away("Lena", 1, 5, null))).doesNotThrowAnyException();
    }

    @Test
    void refusesDaysThatAreNone() {
        refused(away("Lena", 5, 5, null), "The day of the return must come after the first day.");
        refused(away("Lena", 5, 1, null), "The day of the return must come after the first day.");
        refused(away("Lena", -9, -1, null), "This absence is over already. Give days that are still to come.");
        refused(new Absence(UUID.randomUUID(), "Lena", null, TODAY, null, Absence.Reason.LEAVE),
                "Give the first day, and the day of the return.");
    }

    @Test
    void refusesWhoIsNotThereAndWhoStandsInForThemselves() {
        refused(away("Nobody", 1, 5, null), "There is nobody with the id of the absent person.");
        refused(away("Lena", 1, 5, "Nobody"), "There is nobody with the id of the deputy.");
        refused(away("Lena", 1, 5, "Lena"), "Nobody stands in for themselves. Choose somebody else.");
    }

    private void refused(Absence absence, String sentence, Absence... others) {
        assertThatIllegalArgumentException().isThrownBy(() -> check(absence, others)).withMessage(sentence);
    }

    private void check(Absence absence, Absence... others) {
        rules.check(absence, Arrays.asList(others), TODAY);
    }

    private static Absence away(String person, int from, int to, String deputy) {
        return new Absence(UUID.randomUUID(), person, TODAY.plusDays(from), TODAY.plusDays(to), deputy, Absence.Reason.LEAVE);
    }

    private static Person person(String name, String... roles) {
        return new Person(name, name, null, Set.of(roles));
    }

    private static class Few implements Directory {

        @Override
        public Optional<Person> find(String userId) {
            return STAFF.stream().filter(person -> person.id().equals(userId)).findFirst();
        }

        @Override
        public List<Person> members(Role role) {
            return STAFF.stream().filter(person -> person.has(role)).toList();
        }
    }
}
