package org.countersign.escalation;

import org.countersign.people.Absence;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told when people are there, away, or nobody at all. */
class RosterTest {

    private static final List<Person> STAFF = List.of(person("lena", "legal"), person("lara", "legal"),
            person("carl", "compliance"), person("evelyn", "executive"), person("beth", "compliance-committee"),
            person("ben", "author"));

    private final Climb free = Climbs.review("task:1", Climbs.MONDAY, 2);

    @Test
    void tellsEverybodyOfTheRoleUntilSomebodyHoldsTheTask() {
        assertThat(told(free, Level.HOLDER)).containsExactly("lena", "lara");
        assertThat(told(held("lara"), Level.HOLDER)).containsExactly("lara");
        assertThat(told(free, Level.SUPERVISOR)).containsExactly("carl");
        assertThat(told(free, Level.EXECUTIVE)).containsExactly("evelyn");
        assertThat(told(free, Level.COMMITTEE)).containsExactly("beth");
    }

    @Test
    void tellsTheDeputyInPlaceOfTheAbsent() {
        assertThat(told(held("lena"), Level.HOLDER, away("lena", "lara"))).containsExactly("lara for lena");
        assertThat(told(free, Level.HOLDER, away("lena", "lara"))).containsExactly("lara for lena");
        assertThat(told(free, Level.HOLDER, away("lena", null))).containsExactly("lara");
    }

    @Test
    void tellsTheOthersOfTheRoleWhenTheHolderIsAwayAndHasNoDeputy() {
        assertThat(told(held("lena"), Level.HOLDER, away("lena", null))).containsExactly("lara");
    }

    @Test
    void neverAsksTheDeputyOfADeputy() {
        assertThat(told(held("lena"), Level.HOLDER, away("lena", "lara"), away("lara", "lena")))
                .as("nobody of the role is there: the supervisor").containsExactly("carl");
    }

    @Test
    void passesOverADeputyWhoLostTheRoleSince() {
        assertThat(told(free, Level.HOLDER, away("lena", "ben"))).containsExactly("lara");
        assertThat(told(held("lena"), Level.HOLDER, away("lena", "ben"))).containsExactly("lara");
    }

    @Test
    void goesOneLevelUpWhenNobodyIsThereOrOnlyWhoShouldActAnyway() {
        Climb ofCompliance = new Climb("task:2", UUID.randomUUID(), "post-review", "reviewPost", "Compliance review",
                List.of("compliance"), 3, "carl", free.since(), free.halfway(), free.nearly(), free.due(), "compliance",
                "executive", false, "/desk", free.since());

        assertThat(told(ofCompliance, Level.SUPERVISOR)).containsExactly("evelyn");
        assertThat(told(free, Level.EXECUTIVE, away("evelyn", null))).containsExactly("beth");
        assertThat(told(free, Level.COMMITTEE, away("beth", null))).containsExactly("evelyn");
        assertThat(told(free, Level.COMMITTEE, away("beth", null), away("evelyn", null))).isEmpty();
    }

    private Climb held(String holder) {
        return new Climb(free.key(), free.stream(), free.processKey(), free.taskKey(), free.task(), free.roles(),
                free.riskClass(), holder, free.since(), free.halfway(), free.nearly(), free.due(), free.supervisor(),
                free.executive(), free.priority(), free.link(), free.climbed());
    }

    private static Absence away(String person, String deputy) {
        return new Absence(UUID.randomUUID(), person, LocalDate.EPOCH, LocalDate.MAX, deputy, Absence.Reason.LEAVE);
    }

    private static List<String> told(Climb climb, Level level, Absence... absences) {
        Map<String, Absence> absent = Stream.of(absences).collect(Collectors.toMap(Absence::person, one -> one));
        return new Roster(new Few(), absent).told(climb, level).stream()
                .map(told -> told.person().id() + (told.onBehalfOf() == null ? "" : " for " + told.onBehalfOf())).toList();
    }

    private static Person person(String id, String role) {
        return new Person(id, id, id + "@harborvale.example", Set.of(role));
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
