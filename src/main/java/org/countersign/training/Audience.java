package org.countersign.training;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who must learn what: everybody with a role, the modules of the curriculum and the policies in force. */
@Component
class Audience {

    private final Directory directory;
    private final Curriculum curriculum;
    private final PolicyRepository policies;
    private final Assignments assignments;

    Audience(Directory directory, Curriculum curriculum, PolicyRepository policies, Assignments assignments) {
        this.directory = directory;
        this.curriculum = curriculum;
        this.policies = policies;
        this.assignments = assignments;
    }

    /** Everybody who holds any role, ordered by id. */
    Collection<Person> everybody() {
        Map<String, Person> people = new TreeMap<>();
        for (Role role : Role.values()) {
            directory.members(role).forEach(person -> people.put(person.id(), person));
        }
        return people.values();
    }

    /** The modules that are required: none before the first launch; the policy of each entity that was launched. */
    List<TrainingModule> required() {
        Map<String, ?> launches = assignments.launches();
        List<TrainingModule> required = new ArrayList<>();
        launches.keySet().forEach(entity -> policies.current(entity)
                .map(policy -> Lessons.policyModule(entity)).ifPresent(required::add));
        if (!launches.isEmpty()) {
            required.addAll(curriculum.modules());
        }
        return required;
    }
}
