package org.countersign.database;

import org.springframework.context.ApplicationContext;

import java.sql.Connection;
import java.sql.SQLException;

/** Somebody who may do everything in the database: for tests that show what even that does not help against. */
public final class Superuser {

    private Superuser() {
    }

    /** A connection to the application's database; the caller closes it. */
    public static Connection connect(ApplicationContext application) throws SQLException {
        return application.getBean(EmbeddedPostgres.class).connect("countersign", EmbeddedPostgres.SUPERUSER);
    }
}
