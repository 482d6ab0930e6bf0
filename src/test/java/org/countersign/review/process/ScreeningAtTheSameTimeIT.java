package org.countersign.review.process;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.countersign.IntegrationTest;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.Desk;
import org.countersign.post.Post;
import org.countersign.post.PostState;
import org.countersign.post.Posts;
import org.countersign.review.PostLoop;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A job that screens a version while somebody acts on the post. */
@IntegrationTest
class ScreeningAtTheSameTimeIT {

    @Autowired Desk desk;
    @Autowired Posts posts;
    @Autowired Ledger ledger;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @Autowired ApplicationContext application;

    /** Both lock the post and its stream in the record; in opposite orders PostgreSQL would end one of them. */
    @Test
    void waitsForWhoeverHoldsThePostInsteadOfADeadlock() throws Exception {
        new PostLoop(application);
        Post post = desk.create(PostLoop.ranking("Ask for MRN 00482913 at the desk."), "ana");
        desk.submit(post.id(), post.revision(), "ana");
        String screening = screeningJob(post.id());

        CompletableFuture<Void> screened = new TransactionTemplate(transactions).execute(status -> {
            posts.lock(post.id());
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> management.executeJob(screening));
            awaitWaitingFor(running);
            ledger.append(new LedgerEntry(post.id(), "comment.written", Actor.staff("ana"), Instant.now(), Map.of(), Map.of()));
            return running;
        });

        screened.get(30, TimeUnit.SECONDS);
        assertThat(desk.find(post.id()).state()).isEqualTo(PostState.BLOCKED);
    }

    private String screeningJob(UUID postId) {
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(postId.toString()).singleResult().getId();
        return management.createJobQuery().processInstanceId(instance).singleResult().getId();
    }

    private void awaitWaitingFor(CompletableFuture<Void> running) {
        Instant patience = Instant.now().plusSeconds(30);
        while (jdbc.sql("select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))")
                .query(Long.class).single() == 0) {
            assertThat(running).isNotDone();
            assertThat(Instant.now()).as("the job never reached the post").isBefore(patience);
            Thread.onSpinWait();
        }
    }
}
