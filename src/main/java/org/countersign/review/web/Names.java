package org.countersign.review.web;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of people and roles for one page; nobody is looked up twice. Who has left is shown by the id.
 */
final class Names {

    private final Directory directory;
    private final Map<String, String> known = new HashMap<>();

    Names(Directory directory) {
        this.directory = directory;
    }

    String of(String userId) {
        return known.computeIfAbsent(userId, id -> directory.find(id).map(Person::name).orElse(id));
    }

    static String role(String roleId) {
        return Role.of(roleId).map(Role::label).orElse(roleId);
    }
}
