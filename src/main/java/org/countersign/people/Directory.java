package org.countersign.people;

import java.util.List;
import java.util.Optional;

/**
 * Who is there and who holds which role.
 */
public interface Directory {

    Optional<Person> find(String userId);

    /** Members of a role, ordered by name; empty when nobody holds it. */
    List<Person> members(Role role);
}
