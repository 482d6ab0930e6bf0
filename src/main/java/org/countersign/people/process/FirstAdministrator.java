package org.countersign.people.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Creates the administrator that was configured, as long as there is none. */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final IdentityService identities;
    private final AdministratorSettings settings;

    FirstAdministrator(IdentityService identities, AdministratorSettings settings) {
        this.identities = identities;
        this.settings = settings;
    }

    void createIfNone() {
        if (!settings.given() || present()) {
            return;
        }
        if (identities.createUserQuery().userId(settings.id()).count() == 0) {
            User user = identities.newUser(settings.id());
            user.setFirstName("First");
            user.setLastName("Administrator");
            user.setPassword(settings.password());
            identities.saveUser(user);
        }
        identities.createMembership(settings.id(), RoleGroups.ADMINISTRATORS);
        log.info("{} is the first administrator", settings.id());
    }

    boolean present() {
        return identities.createUserQuery().memberOfGroup(RoleGroups.ADMINISTRATORS).count() > 0;
    }
}
