package org.countersign.people.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before anything answers requests: groups, grants, filters, the first administrator, and the demonstration organization.
 * Creates what is missing and changes nothing else, in one transaction, one node at a time.
 */
@Component
class OrganizationSetup implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(OrganizationSetup.class);
    /** Any number that nobody else locks. */
    private static final long LOCK = 0x70656f706c65L;

    private final RoleGroups groups;
    private final Grants grants;
    private final TaskFilters filters;
    private final FirstAdministrator administrator;
    private final DemonstrationOrganization demonstration;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    OrganizationSetup(RoleGroups groups, Grants grants, TaskFilters filters, FirstAdministrator administrator,
                      DemonstrationOrganization demonstration, JdbcClient database, PlatformTransactionManager transactions) {
        this.groups = groups;
        this.grants = grants;
        this.filters = filters;
        this.administrator = administrator;
        this.demonstration = demonstration;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, number) -> number).list();
            groups.createMissing();
            grants.createMissing();
            filters.createMissing();
            administrator.createIfNone();
            demonstration.seedOnce();
        });
        if (!administrator.present()) {
            log.warn("There is no administrator: set countersign.administrator.id and countersign.administrator.password "
                    + "and start again");
        }
    }
}
