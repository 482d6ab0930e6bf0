package org.countersign.engine.recovery;

import org.countersign.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AbandonedJobsIT {

    @Autowired JdbcClient database;

    private final String job = UUID.randomUUID().toString();

    @BeforeEach
    void aJobWasRunningWhenTheApplicationWasKilled() {
        database.sql("""
                insert into act_ru_job (id_, rev_, type_, exclusive_, retries_, suspension_state_, lock_owner_, lock_exp_time_)
                values (?, 1, 'message', true, 3, 2, 'killed', now() + interval '5 minutes')""").param(job).update();
    }

    @AfterEach
    void removeTheJob() {
        database.sql("delete from act_ru_job where id_ = ?").param(job).update();
    }

    @Test
    void its_lock_is_taken_off_where_nobody_else_can_hold_it() {
        new AbandonedJobs(database, () -> true).afterSingletonsInstantiated();
        assertThat(lockOwner()).isNull();
    }

    @Test
    void its_lock_must_run_out_where_another_application_may_hold_it() {
        new AbandonedJobs(database, () -> false).afterSingletonsInstantiated();
        assertThat(lockOwner()).isEqualTo("killed");
    }

    private String lockOwner() {
        return database.sql("select lock_owner_ from act_ru_job where id_ = ?").param(job).query(String.class).optional()
                .orElse(null);
    }
}
