package org.countersign.review;

import org.countersign.engine.task.TaskRefused;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an author can do with a post that came back, besides changing it: withdraw it, or ask the reviewers named for its
 * blocking findings to determine that they do not apply.
 */
@Service
public class Determinations {

    private final Posts posts;
    private final ReviewRepository repository;
    private final BlockingFindings blocking;
    private final Ledger ledger;
    private final Clock clock;

    Determinations(Posts posts, ReviewRepository repository, BlockingFindings blocking, Ledger ledger, Clock clock) {
        this.posts = posts;
        this.repository = repository;
        this.blocking = blocking;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whether a determination was asked for on this version. */
    public boolean requested(PostVersion version) {
        return repository.determinationRequested(version.postId(), version.number());
    }

    /** The author's reasons; empty when none was asked for. */
    public Optional<String> reason(UUID postId, int version) {
        return repository.determinationReason(postId, version);
    }

    /**
     * @throws TaskRefused when this person has not worked on the post
     */
    public void checkContributor(UUID postId, String userId) {
        if (!posts.contributors(postId).contains(userId)) {
            throw new TaskRefused("Only its authors can revise this post.");
        }
    }

    /**
     * Asks the reviewers named for the blocking findings to determine that they do not apply.
     *
     * @throws TaskRefused when no finding blocks, one of them is a defect that must be mended, or the reason is missing
     */
    @Transactional
    public void request(UUID postId, String userId, String reason) {
        PostState state = posts.lock(postId);
        PostVersion version = posts.currentVersion(postId).orElseThrow();
        if (state != PostState.BLOCKED) {
            throw new TaskRefused("No finding blocks this post. Submit a changed version from your desk.");
        }
        if (!blocking.determinable(postId, version.number())) {
            throw new TaskRefused("One of the findings is a defect that only a change can mend, for instance a missing "
                    + "description of a picture. Submit a changed version from your desk.");
        }
        if (reason == null) {
            throw new TaskRefused("Say why the blocking findings do not apply.");
        }
        Instant now = clock.instant();
        repository.requestDetermination(postId, version.number(), userId, reason, now);
        posts.enter(postId, PostState.IN_REVIEW);
        record(version, "determination.requested", userId, now, Map.of("reason", reason));
    }

    /** Ends the post because its author wants it so. */
    @Transactional
    public void withdraw(UUID postId, String userId) {
        posts.lock(postId);
        posts.enter(postId, PostState.WITHDRAWN);
        record(posts.currentVersion(postId).orElseThrow(), "post.withdrawn", userId, clock.instant(), Map.of());
    }

    private void record(PostVersion version, String kind, String userId, Instant at, Map<String, String> payload) {
        ledger.append(new LedgerEntry(version.postId(), kind, Actor.staff(userId), at,
                Map.of("version", Integer.toString(version.number()), "digest", version.digest()), payload));
    }
}
