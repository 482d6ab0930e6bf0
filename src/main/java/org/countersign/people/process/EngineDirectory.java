package org.countersign.people.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.countersign.engine.access.AsApplication;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory as the engine's identity tables hold it. Answers the same whoever is signed in: a reviewer may not list
 * other users, but the product must know them to decide.
 */
@Component
class EngineDirectory implements Directory {

    private final IdentityService identities;
    private final AsApplication application;

    EngineDirectory(IdentityService identities, AsApplication application) {
        this.identities = identities;
        this.application = application;
    }

    @Override
    public Optional<Person> find(String userId) {
        return application.ask(() -> Optional.ofNullable(identities.createUserQuery().userId(userId).singleResult())
                .map(this::person));
    }

    @Override
    public List<Person> members(Role role) {
        return application.ask(() -> identities.createUserQuery().memberOfGroup(role.id()).list().stream()
                .map(this::person).sorted(Comparator.comparing(Person::name).thenComparing(Person::id)).toList());
    }

    private Person person(User user) {
        String name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
        return new Person(user.getId(), name.isEmpty() ? user.getId() : name, user.getEmail(),
                identities.createGroupQuery().groupMember(user.getId()).list().stream()
                        .map(Group::getId).collect(Collectors.toUnmodifiableSet()));
    }
}
