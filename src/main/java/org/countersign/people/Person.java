package org.countersign.people;

import java.util.Set;

/**
 * A person as the engine's identity tables know them.
 *
 * @param roles ids of the groups the person is a member of
 */
public record Person(String id, String name, String address, Set<String> roles) {

    public boolean has(Role role) {
        return roles.contains(role.id());
    }
}
