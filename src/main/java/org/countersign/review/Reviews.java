package org.countersign.review;

import org.countersign.businesstime.Deadline;
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
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The course of a review: routed, asked, concluded. Every step is recorded in the transaction that makes it.
 */
@Service
public class Reviews {

    private final Posts posts;
    private final ReviewRepository repository;
    private final ApprovalCondition approvals;
    private final Ledger ledger;
    private final Clock clock;

    Reviews(Posts posts, ReviewRepository repository, ApprovalCondition approvals, Ledger ledger, Clock clock) {
        this.posts = posts;
        this.repository = repository;
        this.approvals = approvals;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Keeps where the decision tables sent a version.
     *
     * @param inputs what the tables were asked with
     * @param tables version of each table
     */
    @Transactional
    public void route(PostVersion version, int riskClass, String publishMode, List<String> roles,
                      Map<String, Object> inputs, Map<String, String> tables) {
        Instant now = clock.instant();
        repository.save(new Routing(version.postId(), version.number(), riskClass, publishMode, roles, tables, now));
        record(version, "version.routed", Actor.SYSTEM, now, Map.of("riskClass", Integer.toString(riskClass)),
                Map.of("inputs", inputs, "publishMode", publishMode, "roles", roles, "decisionTables", tables));
    }

    /** Asks a role for its review. */
    @Transactional
    public Review ask(PostVersion version, String role, Deadline deadline, int validHours, String escalateTo) {
        Review review = new Review(version.postId(), version.number(), role, deadline.start(), deadline.due(),
                deadline.calendar(), validHours, escalateTo);
        repository.save(review);
        record(version, "review.asked", Actor.SYSTEM, deadline.start(), Map.of("role", role),
                Map.of("dueAt", deadline.due().toString(), "calendar", deadline.calendar(), "escalateTo", escalateTo));
        return review;
    }

    /**
     * Sums the decisions up and moves the post on.
     *
     * @throws IllegalStateException when approvals are missing: then the process went on without them
     */
    @Transactional
    public Verdict conclude(PostVersion version) {
        posts.lock(version.postId());
        Instant now = clock.instant();
        Verdict verdict = approvals.verdict(version, now).orElseThrow(() -> new IllegalStateException(
                "The review of post " + version.postId() + " cannot be concluded: approvals are missing."));
        if (verdict == Verdict.APPROVED) {
            posts.enter(version.postId(), PostState.SCHEDULED);
        }
        record(version, "review.concluded", Actor.SYSTEM, now, Map.of("verdict", verdict.name()), Map.of());
        return verdict;
    }

    /** Moves the post to the state in which it waits for its author, or ends. */
    @Transactional
    public void leave(PostVersion version, PostState state) {
        posts.lock(version.postId());
        posts.enter(version.postId(), state);
        record(version, "post.returned", Actor.SYSTEM, clock.instant(), Map.of("state", state.name()), Map.of());
    }

    /**
     * The version that is in review.
     *
     * @throws NoSuchElementException when nothing was submitted
     */
    public PostVersion current(UUID postId) {
        return posts.currentVersion(postId)
                .orElseThrow(() -> new NoSuchElementException("Post " + postId + " was never submitted."));
    }

    public Optional<Routing> routing(UUID postId, int version) {
        return repository.routing(postId, version);
    }

    public List<Review> asked(UUID postId, int version) {
        return repository.reviews(postId, version);
    }

    /** All decisions on all versions, in the order of time. */
    public List<Decision> decisions(UUID postId) {
        return repository.decisions(postId);
    }

    private void record(PostVersion version, String kind, Actor actor, Instant at, Map<String, String> references,
                        Object payload) {
        Map<String, String> all = new TreeMap<>(references);
        all.put("version", Integer.toString(version.number()));
        all.put("digest", version.digest());
        ledger.append(new LedgerEntry(version.postId(), kind, actor, at, all, payload));
    }
}
