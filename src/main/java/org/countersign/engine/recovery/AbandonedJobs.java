package org.countersign.engine.recovery;

import org.countersign.database.DatabaseOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A job that was running when the application was killed stays locked for minutes, and so does its post. Nobody but one
 * application can use the database that it brought with it, so at its start, before it runs jobs itself, no lock is
 * anybody's: all are taken off. In a database that others may use, locks must run out.
 */
@Component
class AbandonedJobs implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(AbandonedJobs.class);

    private final JdbcClient database;
    private final DatabaseOrigin origin;

    AbandonedJobs(JdbcClient database, DatabaseOrigin origin) {
        this.database = database;
        this.origin = origin;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (origin.embedded()) {
            int released = database.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null "
                    + "where lock_owner_ is not null").update();
            if (released > 0) {
                log.info("{} jobs were interrupted when the application ended, and are run again", released);
            }
        }
    }
}
