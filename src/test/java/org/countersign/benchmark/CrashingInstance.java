package org.countersign.benchmark;

import org.camunda.bpm.engine.ProcessEngine;
import org.countersign.account.Accounts;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerRecord;
import org.countersign.ledger.LedgerVerifier;
import org.countersign.post.Desk;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A process with the application and simulated people in it, to be killed: {@code <home> <server> <first> <last>}. Submits
 * the posts of these numbers and says of each when it was accepted. Without any it brings what was begun to its end,
 * tells what became of every post, and ends by itself.
 */
final class CrashingInstance {

    static final String READY = "ready";
    static final String SUBMITTED = "submitted";
    static final String POST = "post";
    static final String LEDGER = "ledger";

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

    private final ConfigurableApplicationContext application;
    private final JdbcClient database;
    private final Publisher publisher;

    private CrashingInstance(ConfigurableApplicationContext application, URI server) {
        this.application = application;
        this.database = application.getBean(JdbcClient.class);
        this.publisher = new Publisher(application, server);
    }

    public static void main(String[] arguments) throws Exception {
        endWithParent();
        URI server = URI.create(arguments[1]);
        ConfigurableApplicationContext application = Instance.start(Path.of(arguments[0]), context -> { },
                "--countersign.publishing.look-pauses=1s,1s,2s",
                "--logging.file.name=" + Path.of(arguments[0]).resolve("application.log"));
        ProcessEngine engine = application.getBean(ProcessEngine.class);
        if (application.getBean(Accounts.class).find(Instance.ACCOUNT).isEmpty()) {
            Instance.connect(application, server);
        }
        Reviewers.hire(engine);
        say(READY, Double.toString(Clockwork.secondsSinceStart()));
        CrashingInstance instance = new CrashingInstance(application, server);
        try (application; Reviewers reviewers = new Reviewers(engine, "post-review", 2, new Timings())) {
            if (arguments.length > 2) {
                instance.submit(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
            } else {
                instance.finish();
                instance.tell();
            }
        }
    }

    /** Works until it is killed. */
    private void submit(int first, int last) {
        Authors authors = new Authors(application.getBean(Desk.class));
        for (int number = first; number <= last; number++) {
            authors.submit(number);
            say(SUBMITTED, Integer.toString(number));
            publisher.work();
        }
        while (true) {
            publisher.work();
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void finish() {
        while (database.sql("select count(*) from post where state not in ('DRAFT', 'PUBLISHED')").query(Long.class).single() > 0) {
            publisher.work();
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void tell() {
        Ledger ledger = application.getBean(Ledger.class);
        List<UUID> posts = database.sql("select id from post where state <> 'DRAFT'").query(UUID.class).list();
        for (UUID post : posts) {
            String text = database.sql("select draft ->> 'texts' from post where id = ?").param(post).query(String.class).single();
            say(POST, Integer.toString(Authors.number(text)), ledger.stream(post).stream().map(LedgerRecord::kind)
                    .collect(Collectors.joining(",")));
        }
        LedgerVerifier.Report report = application.getBean(LedgerVerifier.class).all();
        say(LEDGER, Long.toString(report.records()), String.join("; ", report.problems()));
    }

    /** The parent holds the standard input: when it is killed itself, so is this process. */
    private static void endWithParent() {
        Thread watch = new Thread(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException gone) {
                say(gone.toString());
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    private static void say(String... words) {
        System.out.println(String.join(" ", words));
    }
}
