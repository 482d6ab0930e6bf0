package org.countersign.benchmark;

import org.countersign.Countersign;
import org.countersign.TestDatabase;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The application as it runs for its users: its own PostgreSQL, and jobs that run by themselves.
 */
final class Instance {

    /** The account that simulated posts go to. */
    static final String ACCOUNT = "loopback";

    private Instance() {
    }

    /**
     * @param home    where database and keys are kept; what was kept there before is used
     * @param beans   adds what only this run needs
     * @param options further properties, {@code --name=value}
     */
    static ConfigurableApplicationContext start(Path home, ApplicationContextInitializer<GenericApplicationContext> beans,
                                                String... options) {
        SpringApplication application = new SpringApplication(Countersign.class);
        application.addInitializers(beans);
        return application.run(Stream.concat(arguments(home).stream(), Stream.of(options)).toArray(String[]::new));
    }

    static List<String> arguments(Path home) {
        return new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=warn",
                "--countersign.demonstration.password=demonstration",
                "--countersign.database.directory=" + home.resolve("postgres"),
                "--countersign.database.binaries=" + TestDatabase.BINARIES,
                "--countersign.keys.directory=" + home.resolve("keys")));
    }

    /** Makes the account that posts to the server. */
    static void connect(ConfigurableApplicationContext application, URI server) {
        application.getBean(Accounts.class).save(new Account(ACCOUNT, Channel.MASTODON, "mastodon", "Loopback", "harborvale", server,
                true), LoopbackMastodonProcess.TOKEN, "paul");
    }
}
