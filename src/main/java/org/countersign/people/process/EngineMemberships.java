package org.countersign.people.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.countersign.engine.access.AsApplication;
import org.countersign.people.Memberships;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Memberships in the groups of the engine. Whoever is signed in may not change them; the application may.
 */
@Component
class EngineMemberships implements Memberships {

    private final IdentityService identities;
    private final AsApplication application;

    EngineMemberships(IdentityService identities, AsApplication application) {
        this.identities = identities;
        this.application = application;
    }

    @Override
    public void keep(Role role, Set<String> userIds) {
        application.ask(() -> {
            Set<String> present = identities.createUserQuery().memberOfGroup(role.id()).list().stream().map(User::getId)
                    .collect(Collectors.toSet());
            userIds.stream().filter(id -> !present.contains(id))
                    .filter(id -> identities.createUserQuery().userId(id).count() == 1)
                    .forEach(id -> identities.createMembership(id, role.id()));
            present.stream().filter(id -> !userIds.contains(id)).forEach(id -> identities.deleteMembership(id, role.id()));
            return null;
        });
    }
}
