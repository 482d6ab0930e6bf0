package org.countersign.escalation;

import org.countersign.people.Absence;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told at a moment: people who are there, or the deputies of those who are not. Lives for one run, and asks for
 * each role and person once.
 */
final class Roster {

    /**
     * @param onBehalfOf user id of the absent person, or null
     */
    record Told(Person person, String onBehalfOf) {
    }

    private final Directory directory;
    private final Map<String, Absence> absent;
    private final Map<String, List<Person>> members = new HashMap<>();
    private final Map<String, Optional<Person>> people = new HashMap<>();

    Roster(Directory directory, Map<String, Absence> absent) {
        this.directory = directory;
        this.absent = absent;
    }

    /**
     * Who is told on a level. When nobody is there, or only those on whom the task waits, the next level is told; when the
     * highest has nobody either, the executives are.
     */
    List<Told> told(Climb climb, Level level) {
        List<Told> holders = holders(climb);
        List<Told> told = switch (level) {
            case HOLDER -> holders;
            case SUPERVISOR -> superiors(List.of(climb.supervisor()), holders);
            case EXECUTIVE -> superiors(List.of(climb.executive()), holders);
            case COMMITTEE -> superiors(List.of(Role.COMMITTEE.id()), holders);
        };
        if (!told.isEmpty()) {
            return told;
        }
        return level == Level.COMMITTEE ? present(members(Role.EXECUTIVE.id()), List.of())
                : told(climb, Level.values()[level.ordinal() + 1]);
    }

    /** Names of everybody who may take the task. */
    List<String> names(Climb climb) {
        return climb.roles().stream().flatMap(role -> members(role).stream()).map(Person::name).distinct().toList();
    }

    Optional<Person> find(String userId) {
        return userId == null ? Optional.empty() : people.computeIfAbsent(userId, directory::find);
    }

    private List<Told> holders(Climb climb) {
        List<Person> everybody = climb.roles().stream().flatMap(role -> members(role).stream()).toList();
        List<Told> holder = find(climb.holder()).map(person -> present(List.of(person), climb.roles())).orElse(List.of());
        return holder.isEmpty() ? present(everybody, climb.roles()) : holder;
    }

    private List<Told> superiors(List<String> roles, List<Told> holders) {
        List<Person> all = roles.stream().flatMap(role -> members(role).stream()).toList();
        return present(all, roles).stream()
                .filter(told -> holders.stream().noneMatch(one -> one.person().id().equals(told.person().id()))).toList();
    }

    /** A deputy is told only while qualified: the roles may have changed since the absence was entered. */
    private List<Told> present(Collection<Person> people, List<String> roles) {
        Map<String, Told> told = new LinkedHashMap<>();
        List<Told> deputies = new ArrayList<>();
        for (Person person : people) {
            Absence absence = absent.get(person.id());
            if (absence == null) {
                told.putIfAbsent(person.id(), new Told(person, null));
            } else {
                find(absence.deputy()).filter(deputy -> !absent.containsKey(deputy.id()))
                        .filter(deputy -> roles.stream().filter(person.roles()::contains).allMatch(deputy.roles()::contains))
                        .ifPresent(deputy -> deputies.add(new Told(deputy, person.id())));
            }
        }
        deputies.forEach(deputy -> told.put(deputy.person().id(), deputy));
        return List.copyOf(told.values());
    }

    private List<Person> members(String role) {
        return members.computeIfAbsent(role, id -> Role.of(id).map(directory::members).orElse(List.of()));
    }
}
