package org.countersign.adoption.workgroup;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.countersign.adoption.workgroup.Seat.Sitter;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.springframework.context.ApplicationContext;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A second person for every function of the demonstration hospital, so that each seat can have a delegate. Close it: other
 * tests count who holds a role.
 */
public final class Functions implements AutoCloseable {

    private final IdentityService identities;
    private final Directory people;
    private final Roster roster;
    private final WorkgroupRules charter;
    private final List<String> added = new ArrayList<>();
    private final List<UUID> programs = new ArrayList<>();

    public Functions(ApplicationContext application) {
        identities = application.getBean(IdentityService.class);
        people = application.getBean(Directory.class);
        roster = application.getBean(Roster.class);
        charter = application.getBean(WorkgroupRules.class);
        charter.seats().forEach(role -> add(second(role), role));
    }

    /** The id of the second person of a function. */
    public static String second(Role role) {
        return "second-" + role.id();
    }

    /** The person of the demonstration hospital who holds a role. */
    public String first(Role role) {
        return people.members(role).stream().filter(person -> !added.contains(person.id())).findFirst().orElseThrow().id();
    }

    public void fill(UUID program) {
        charter.seats().forEach(role -> fill(program, role));
    }

    public void fill(UUID program, Role role) {
        programs.add(program);
        roster.seat(program, role, sitter(first(role)), sitter(second(role)), "mara");
    }

    static Sitter sitter(String id) {
        return new Sitter(id, LocalDate.of(2026, 1, 15), "NY, NJ");
    }

    public void dismiss(String userId) {
        identities.deleteUser(userId);
    }

    public void leave(String userId, Role role) {
        identities.deleteMembership(userId, role.id());
    }

    private void add(String id, Role role) {
        User user = identities.newUser(id);
        user.setFirstName("Second");
        user.setLastName(role.label());
        user.setPassword("demonstration");
        identities.saveUser(user);
        identities.createMembership(id, role.id());
        added.add(id);
    }

    @Override
    public void close() {
        programs.forEach(program -> charter.seats().forEach(role -> roster.vacate(program, role, "mara")));
        added.forEach(identities::deleteUser);
    }
}
