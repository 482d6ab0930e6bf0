package org.countersign.training;

import org.countersign.people.Person;
import org.countersign.people.Role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many people have the training that they need.
 *
 * @param required people who need any module for one of the roles that were looked at
 * @param current  those of them for whom every such module counts
 * @param rows     one for each module and role that needs it and has members
 */
public record Coverage(int required, int current, List<Row> rows) {

    public record Row(TrainingModule module, Role role, int required, int current) {

        /** From 0 to 100, rounded down: 100 means everybody. */
        public int percent() {
            return Coverage.percent(current, required);
        }
    }

    /** From 0 to 100, rounded down: 100 means everybody. */
    public int percent() {
        return percent(current, required);
    }

    static Coverage of(List<TrainingModule> modules, Collection<Person> people, List<Assignment> assignments,
                       Set<Role> roles, Instant now) {
        Set<String> done = assignments.stream().filter(assignment -> assignment.current(now))
                .map(assignment -> key(assignment.userId(), assignment.module())).collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>();
        for (TrainingModule module : modules) {
            roles.stream().sorted().filter(module.audience()::contains).forEach(role -> {
                List<Person> holders = people.stream().filter(person -> person.has(role)).toList();
                if (!holders.isEmpty()) {
                    rows.add(new Row(module, role, holders.size(), (int) holders.stream()
                            .filter(person -> done.contains(key(person.id(), module.id()))).count()));
                }
            });
        }
        List<Person> required = people.stream().filter(person -> needed(modules, person, roles).findAny().isPresent()).toList();
        int current = (int) required.stream().filter(person -> needed(modules, person, roles)
                .allMatch(module -> done.contains(key(person.id(), module.id())))).count();
        return new Coverage(required.size(), current, rows);
    }

    private static Stream<TrainingModule> needed(List<TrainingModule> modules, Person person, Set<Role> roles) {
        return modules.stream().filter(module -> module.audience().stream()
                .anyMatch(role -> roles.contains(role) && person.has(role)));
    }

    private static String key(String userId, String module) {
        return module + "\n" + userId;
    }

    private static int percent(int part, int whole) {
        return whole == 0 ? 0 : (int) (100L * part / whole);
    }
}
