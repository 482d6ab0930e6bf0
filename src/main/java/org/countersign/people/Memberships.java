package org.countersign.people;

import java.util.Set;

/**
 * Who is put into a role by the application itself, because of something else the person does. All other roles are given by
 * administrators.
 */
public interface Memberships {

    /** Makes exactly these people hold the role; whoever is unknown to the directory is left out. */
    void keep(Role role, Set<String> userIds);
}
