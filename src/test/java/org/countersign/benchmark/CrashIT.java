package org.countersign.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application is killed again and again, at times its database with it, while posts are on their way. In the end every
 * post that was accepted is online once, and its record is complete.
 */
class CrashIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int POSTS_PER_LIFE = 12;
    private static final List<String> ONLINE = List.of("delivery.sent", "delivery.found", "delivery.posted-by-hand");
    private static final List<String> ONCE = List.of("version.submitted", "version.screened", "version.routed",
            "review.concluded", "publication.started", "publication.concluded");

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Path home = Path.of("target/crash").toAbsolutePath();
    private final List<Integer> accepted = new ArrayList<>();
    private final List<String> restarts = new ArrayList<>();

    @Test
    void everyAcceptedPostIsOnlineOnceAndRecorded() throws Exception {
        FileSystemUtils.deleteRecursively(home);
        Files.createDirectories(home);
        try (LoopbackMastodonProcess server = new LoopbackMastodonProcess(home.resolve("mastodon"))) {
            for (int life = 0; life < KILLS; life++) {
                live(server, life);
            }
            Victim last = new Victim(home, server.base());
            restarts.add(last.await(CrashingInstance.READY));
            Map<Integer, List<String>> records = new TreeMap<>();
            List<String> told = last.rest();
            last.ended();
            told.stream().map(line -> line.split(" ")).filter(words -> words[0].equals(CrashingInstance.POST))
                    .forEach(words -> records.put(Integer.valueOf(words[1]), List.of(words[2].split(","))));
            String ledger = told.stream().filter(line -> line.startsWith(CrashingInstance.LEDGER)).findFirst().orElseThrow();

            assertThat(records.keySet()).as("seed %d: every accepted post is there", seed).containsAll(accepted);
            assertThat(online(server)).as("seed %d: each is online once", seed)
                    .containsExactlyInAnyOrderElementsOf(records.keySet());
            records.forEach((number, kinds) -> complete(kinds, "seed %d, post %d: %s".formatted(seed, number, kinds)));
            assertThat(ledger).as("seed %d", seed).matches(CrashingInstance.LEDGER + " \\d+ ");
            print(records, ledger);
        }
    }

    /** One life of the application: it starts, takes posts, and is killed at a random moment. */
    private void live(LoopbackMastodonProcess server, int life) throws Exception {
        int first = life * POSTS_PER_LIFE;
        // A request that hangs is the moment at which a kill leaves the most doubt: once after the post, once before.
        server.behave(life % 2 == 0 ? "statuses" : "instance", "SLOW", 1);
        Victim victim = new Victim(home, server.base(), first, first + POSTS_PER_LIFE - 1);
        restarts.add(victim.await(CrashingInstance.READY));
        for (int wanted = 1 + random.nextInt(POSTS_PER_LIFE); wanted > 0; wanted--) {
            accepted.add(Integer.valueOf(victim.await(CrashingInstance.SUBMITTED)));
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(10_000)));
        if (life == KILLS - 1 || random.nextInt(3) == 0) {
            victim.killWithDatabase();
        } else {
            victim.kill();
        }
        victim.rest().stream().filter(line -> line.startsWith(CrashingInstance.SUBMITTED + " "))
                .forEach(line -> accepted.add(Integer.valueOf(line.substring(CrashingInstance.SUBMITTED.length() + 1))));
    }

    private static List<Integer> online(LoopbackMastodonProcess server) {
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode status : server.posts()) {
            numbers.add(Authors.number(status.path("text").asText()));
        }
        return numbers;
    }

    private static void complete(List<String> kinds, String description) {
        assertThat(kinds).as(description).containsSubsequence("version.submitted", "version.screened", "version.routed",
                "review.asked", "review.decided", "review.concluded", "publication.started", "publication.concluded");
        ONCE.forEach(kind -> assertThat(kinds).as(description).containsOnlyOnce(kind));
        assertThat(kinds.stream().filter(ONLINE::contains)).as(description).hasSize(1);
        assertThat(kinds.stream().filter("review.decided"::equals).count()).as(description)
                .isEqualTo(kinds.stream().filter("review.asked"::equals).count());
    }

    private void print(Map<Integer, List<String>> records, String ledger) {
        System.out.printf("Crash test, seed %d: %d kills, %d posts accepted, %d published once; sending was interrupted %d "
                        + "times: %d found again, %d answered by a person, %d of them sent again; %srecords, all verified; "
                        + "ready after %s s%n", seed, KILLS, accepted.size(), records.size(), count(records, "delivery.unknown"),
                count(records, "delivery.found"), count(records, "delivery.posted-by-hand")
                        + count(records, "delivery.ordered-again"), count(records, "delivery.ordered-again"),
                ledger.substring(CrashingInstance.LEDGER.length() + 1), restarts);
    }

    private static long count(Map<Integer, List<String>> records, String kind) {
        return records.values().stream().flatMap(List::stream).filter(kind::equals).count();
    }
}
