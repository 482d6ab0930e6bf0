package org.countersign.people.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.Set;

/**
 * What the groups may do in the engine. Rights on tasks are given for a process, not for each task; that only a candidate
 * works on a task is held by the guard of tasks. Nobody but administrators may change variables, instances, definitions or
 * deployments, create a task or a filter.
 */
@Component
class Grants {

    /** Processes whose tasks wait in Tasklist. */
    static final Set<String> PROCESSES = Set.of("post-review", "publish-post", "adoption", "executive-support", "workgroup",
            "policy-and-training", "monitoring", "records", "content-strategy", "review-process", "executive-feedback");

    private static final Permission[] WORK = {ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_TASK,
            ProcessDefinitionPermissions.TASK_WORK};

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void createMissing() {
        for (Resource resource : Resources.values()) {
            grant(RoleGroups.ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL);
        }
        for (Role role : Role.values()) {
            grant(role.id(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            PROCESSES.forEach(process -> grant(role.id(), Resources.PROCESS_DEFINITION, process, WORK));
        }
        String owner = Role.PROCESS_OWNER.id();
        grant(owner, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        grant(owner, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(owner, Resources.DECISION_DEFINITION, Authorization.ANY, Permissions.READ);
        grant(owner, Resources.DECISION_REQUIREMENTS_DEFINITION, Authorization.ANY, Permissions.READ);
    }

    /** Grants to a group unless the group has an authorization for the resource already: administrators may have changed it. */
    void grant(String group, Resource resource, String id, Permission... permissions) {
        if (authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT).groupIdIn(group)
                .resourceType(resource).resourceId(id).count() == 0) {
            Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            save(grant, resource, id, permissions);
        }
    }

    void grantEverybody(Resource resource, String id, Permission... permissions) {
        if (authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GLOBAL)
                .resourceType(resource).resourceId(id).count() == 0) {
            save(authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL), resource, id, permissions);
        }
    }

    private void save(Authorization authorization, Resource resource, String id, Permission... permissions) {
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
