package org.countersign.people.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application has made of an empty database, and what people may do then. */
@IntegrationTest
class OrganizationIT {

    @Autowired
    private OrganizationSetup setup;
    @Autowired
    private Directory people;
    @Autowired
    private IdentityService identities;
    @Autowired
    private AuthorizationService authorizations;
    @Autowired
    private FilterService filters;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient database;

    @AfterEach
    void leave() {
        identities.clearAuthentication();
    }

    @Test
    void everyRoleIsAGroupThatHasMembers() {
        assertThat(Role.values()).allSatisfy(role -> {
            assertThat(identities.createGroupQuery().groupId(role.id()).singleResult().getName()).isEqualTo(role.label());
            assertThat(people.members(role)).allMatch(person -> person.has(role));
            // Seats of a workgroup are taken, never given from the start.
            assertThat(people.members(role).isEmpty()).isEqualTo(role == Role.WORKGROUP);
        });
    }

    @Test
    void theDirectoryAnswersTheSameWhoeverIsSignedIn() {
        identities.setAuthentication("ana", List.of("author"));
        assertThat(people.find("lena")).get().returns("Lena Brandt", Person::name)
                .returns("lena@harborvale.example", Person::address);
        assertThat(people.members(Role.LEGAL)).extracting(Person::id).containsExactly("lena");
        assertThat(identities.getCurrentAuthentication().getUserId()).isEqualTo("ana");
        assertThat(people.find("nobody")).isEmpty();
    }

    @Test
    void startingAgainChangesNothing() {
        long grants = authorizations.createAuthorizationQuery().count();
        long filtersBefore = filters.createFilterQuery().count();
        long users = identities.createUserQuery().count();

        setup.afterSingletonsInstantiated();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(filters.createFilterQuery().count()).isEqualTo(filtersBefore);
        assertThat(identities.createUserQuery().count()).isEqualTo(users);
        assertThat(database.sql("select count(*) from demonstration").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void reviewersWorkOnTasksAndDoNothingElse() {
        for (ProcessDefinitionPermissions permission : ProcessDefinitionPermissions.values()) {
            boolean granted = authorizations.isUserAuthorized("lena", List.of("legal", "counsel"), permission,
                    Resources.PROCESS_DEFINITION, "post-review");
            assertThat(granted).as(permission.getName()).isEqualTo(List.of(ProcessDefinitionPermissions.NONE,
                    ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.TASK_WORK).contains(permission));
        }
        assertThat(authorizations.isUserAuthorized("lena", List.of("legal"), Permissions.CREATE, Resources.TASK)).isFalse();
        assertThat(authorizations.isUserAuthorized("lena", List.of("legal"), Permissions.CREATE, Resources.FILTER)).isFalse();
        assertThat(authorizations.isUserAuthorized("lena", List.of("legal"), Permissions.CREATE, Resources.DEPLOYMENT)).isFalse();
        assertThat(authorizations.isUserAuthorized("lena", List.of("legal"), Permissions.ACCESS, Resources.APPLICATION,
                "cockpit")).isFalse();
        assertThat(authorizations.isUserAuthorized("paul", List.of("process-owner"), Permissions.ACCESS,
                Resources.APPLICATION, "cockpit")).isTrue();
        assertThat(authorizations.isUserAuthorized("paul", List.of("process-owner"),
                ProcessDefinitionPermissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, "post-review")).isFalse();
        assertThat(authorizations.isUserAuthorized("admin", List.of("camunda-admin"),
                ProcessDefinitionPermissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, "post-review")).isTrue();
    }

    @Test
    void aRolesFilterIsSeenByThatRoleOnly() {
        identities.setAuthentication("pia", List.of("privacy"));
        assertThat(filters.createFilterQuery().list()).extracting(Filter::getName)
                .containsExactlyInAnyOrder("My tasks", "Privacy: waiting");
    }

    @Test
    void aTaskAddsNoAuthorization() {
        long before = authorizations.createAuthorizationQuery().resourceType(Resources.TASK).count();
        Task task = tasks.newTask();
        tasks.saveTask(task);
        try {
            tasks.addCandidateGroup(task.getId(), "legal");
            tasks.addCandidateUser(task.getId(), "lena");
            tasks.setAssignee(task.getId(), "lena");
            tasks.setOwner(task.getId(), "pia");
            assertThat(authorizations.createAuthorizationQuery().resourceType(Resources.TASK).count()).isEqualTo(before);
        } finally {
            tasks.deleteTask(task.getId(), true);
        }
    }

    @Test
    void administratorsMayEverything() {
        assertThat(authorizations.createAuthorizationQuery().groupIdIn("camunda-admin").resourceId(Authorization.ANY).list())
                .hasSize(Resources.values().length);
    }
}
