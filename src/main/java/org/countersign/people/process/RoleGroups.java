package org.countersign.people.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

/** Keeps a group of the engine for every role, and the group of administrators. */
@Component
class RoleGroups {

    static final String ADMINISTRATORS = Groups.CAMUNDA_ADMIN;

    private final IdentityService identities;

    RoleGroups(IdentityService identities) {
        this.identities = identities;
    }

    void createMissing() {
        create(ADMINISTRATORS, "Administrators", Groups.GROUP_TYPE_SYSTEM);
        for (Role role : Role.values()) {
            create(role.id(), role.label(), Groups.GROUP_TYPE_WORKFLOW);
        }
    }

    private void create(String id, String name, String type) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            Group group = identities.newGroup(id);
            group.setName(name);
            group.setType(type);
            identities.saveGroup(group);
        }
    }
}
