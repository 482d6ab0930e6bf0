package org.countersign.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One row in the table {@code demonstration}; checked once, when the context starts and before anything listens. */
@Component
class JdbcDemonstrationMark implements DemonstrationMark {

    private final JdbcClient jdbc;

    /** @throws StartRefused when a configured database carries the mark */
    JdbcDemonstrationMark(JdbcClient jdbc, DatabaseOrigin origin) {
        this.jdbc = jdbc;
        if (!origin.embedded() && present()) {
            throw new StartRefused(
                    "The configured database holds a demonstration organization, whose passwords everybody knows.",
                    "Create an empty database and let SPRING_DATASOURCE_URL name it.");
        }
    }

    @Override
    public boolean present() {
        return jdbc.sql("select exists (select from demonstration)").query(Boolean.class).single();
    }

    @Override
    public void set() {
        jdbc.sql("insert into demonstration default values on conflict do nothing").update();
    }
}
