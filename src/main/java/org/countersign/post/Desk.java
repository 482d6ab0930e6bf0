package org.countersign.post;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Rights;
import org.countersign.people.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * What authors do with posts: write, submit, withdraw. Submitting freezes a version and with it voids every approval of
 * the one before.
 */
@Service
public class Desk {

    private final PostRepository posts;
    private final SubmissionCheck check;
    private final ObjectProvider<SubmissionCondition> conditions;
    private final Rights rights;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Desk(PostRepository posts, SubmissionCheck check, ObjectProvider<SubmissionCondition> conditions, Rights rights,
         Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.posts = posts;
        this.check = check;
        this.conditions = conditions;
        this.rights = rights;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A new draft.
     *
     * @throws NotAllowed when this person may not write at the moment
     */
    @Transactional
    public Post create(PostContent content, String userId) {
        requireRight(userId);
        Instant now = clock.instant();
        Post post = new Post(UUID.randomUUID(), userId, PostState.DRAFT, content, 1, now, now, userId);
        posts.insert(post);
        posts.addContributor(post.id(), userId, now);
        return post;
    }

    /**
     * Saves the draft; who saves becomes a contributor and can no longer review the post.
     *
     * @param revision the revision that was read before writing
     * @throws EditConflict when somebody else saved since then
     * @throws NotAllowed   when the post cannot be changed any more, or this person may not write at the moment
     */
    @Transactional
    public Post save(UUID postId, int revision, PostContent content, String userId) {
        requireRight(userId);
        Post stored = locked(postId);
        if (stored.revision() != revision) {
            throw new EditConflict(stored.updatedBy(), stored.revision());
        }
        Post changed = new Post(postId, stored.authorId(), stored.state(), content, revision, stored.createdAt(),
                clock.instant(), userId);
        posts.update(changed);
        posts.addContributor(postId, userId, changed.updatedAt());
        return find(postId);
    }

    /**
     * Freezes the draft as the next version and hands it to review.
     *
     * @throws Incomplete   when something must be mended first
     * @throws EditConflict when the draft is not the one that was read
     * @throws NotAllowed   when the post cannot be changed any more, nothing was changed, or this person may not write, or
     *                      nothing of this kind may be submitted at the moment; the draft is kept
     */
    @Transactional
    public PostVersion submit(UUID postId, int revision, String userId) {
        requireRight(userId);
        Post post = locked(postId);
        if (post.revision() != revision) {
            throw new EditConflict(post.updatedBy(), post.revision());
        }
        List<Problem> problems = check.problems(post.draft());
        if (!problems.isEmpty()) {
            throw new Incomplete(problems);
        }
        conditions.orderedStream().flatMap(condition -> condition.refusal(post.draft(), clock.instant()).stream()).findFirst()
                .ifPresent(refusal -> {
                    throw new NotAllowed(refusal);
                });
        PostVersion version = next(post.id(), check.addressed(post.draft()), userId);
        posts.insert(version);
        posts.addContributor(postId, userId, version.submittedAt());
        posts.enter(postId, PostState.IN_REVIEW);
        ledger.append(new LedgerEntry(postId, "version.submitted", Actor.staff(userId), version.submittedAt(),
                Map.of("version", Integer.toString(version.number()), "digest", version.digest()), version.content()));
        events.publishEvent(new PostSubmitted(postId, version.number(), version.number() == 1, userId));
        return version;
    }

    /**
     * Takes a submitted post back for good.
     *
     * @throws NotAllowed when it is no longer in review or waiting, or somebody else wrote it
     */
    @Transactional
    public void withdraw(UUID postId, String userId) {
        Post post = locked(postId);
        if (post.state() == PostState.DRAFT) {
            throw new NotAllowed("A draft was never submitted and need not be withdrawn.");
        }
        if (!posts.contributors(postId).contains(userId)) {
            throw new NotAllowed("Only its authors can withdraw a post.");
        }
        ledger.append(new LedgerEntry(postId, "post.withdrawn", Actor.staff(userId), clock.instant(), Map.of(),
                Map.of("state", post.state().name())));
        posts.enter(postId, PostState.WITHDRAWN);
        events.publishEvent(new PostWithdrawn(postId, userId));
    }

    /**
     * @throws NoSuchElementException when there is no such post
     */
    public Post find(UUID postId) {
        return posts.find(postId).orElseThrow(() -> new NoSuchElementException("There is no post " + postId + "."));
    }

    /** Posts that a person wrote or worked on: those that wait for their authors first, then the latest. */
    public List<Post> mine(String userId, int limit, int offset) {
        return posts.list(userId, limit, offset);
    }

    /** Versions in their order. */
    public List<PostVersion> versions(UUID postId) {
        return posts.versions(postId);
    }

    private void requireRight(String userId) {
        rights.refusal(userId, Role.AUTHOR).ifPresent(refusal -> {
            throw new NotAllowed(refusal);
        });
    }

    private Post locked(UUID postId) {
        PostState state = posts.lock(postId);
        if (!state.editable()) {
            throw new NotAllowed("The post is in the state \"" + state.label() + "\" and cannot be changed any more. "
                    + "Write a new post instead.");
        }
        return find(postId);
    }

    private PostVersion next(UUID postId, PostContent content, String userId) {
        String digest = ContentDigest.of(content);
        int number = 1;
        var last = posts.currentVersion(postId);
        if (last.isPresent()) {
            if (last.get().digest().equals(digest)) {
                throw new NotAllowed("Nothing was changed since the last version. Change something, or leave it.");
            }
            number = last.get().number() + 1;
        }
        return new PostVersion(postId, number, digest, content, userId, clock.instant());
    }
}
