package org.countersign.people.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.countersign.database.DatabaseOrigin;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Seeds the fictional Harbor Vale Hospital once, only into the database that the application brought with it, and says at
 * every start who can sign in.
 */
@Component
class DemonstrationOrganization {

    private final IdentityService identities;
    private final JdbcClient database;
    private final DatabaseOrigin origin;
    private final DemonstrationPassword password;
    private final Environment environment;

    DemonstrationOrganization(IdentityService identities, JdbcClient database, DatabaseOrigin origin,
                              DemonstrationPassword password, Environment environment) {
        this.identities = identities;
        this.database = database;
        this.origin = origin;
        this.password = password;
        this.environment = environment;
    }

    /** Creates the staff. Afterwards they are left alone: an administrator may have changed or removed them. */
    void seedOnce() {
        if (!origin.embedded() || seeded()) {
            return;
        }
        String secret = password.readOrCreate();
        for (Staff person : Staff.values()) {
            if (identities.createUserQuery().userId(person.id()).count() == 0) {
                create(person, secret);
            }
        }
        database.sql("insert into demonstration default values").update();
    }

    private void create(Staff person, String secret) {
        User user = identities.newUser(person.id());
        user.setFirstName(person.firstName());
        user.setLastName(person.lastName());
        user.setEmail(person.address());
        user.setPassword(secret);
        identities.saveUser(user);
        person.roles().forEach(role -> identities.createMembership(person.id(), role.id()));
        if (person.administrates()) {
            identities.createMembership(person.id(), RoleGroups.ADMINISTRATORS);
        }
    }

    private boolean seeded() {
        return database.sql("select count(*) from demonstration").query(Long.class).single() > 0;
    }

    /** Goes to standard output, not to the log: a log is kept and sent around. */
    @EventListener(ApplicationReadyEvent.class)
    void introduce() {
        if (origin.embedded() && seeded()) {
            System.out.printf("%nHarbor Vale Hospital, a demonstration: http://localhost:%s%n%n%s%n%n  Password of all: %s%n%n",
                    environment.getProperty("local.server.port", "8080"), Staff.table(),
                    password.read().orElse("its file " + password + " is gone; set new ones as administrator"));
        }
    }
}
