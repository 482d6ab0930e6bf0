package org.countersign.review;

import org.countersign.post.ContentDigest;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.post.PublicationCondition;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A version goes out only with a complete set of approvals: every required role, for exactly this digest, by different
 * people who did not write it, still valid, and with no blocking finding left. Reads the tables, not the process: a
 * token that was moved by hand publishes nothing.
 */
@Component
class ApprovalCondition implements PublicationCondition {

    private final Posts posts;
    private final ReviewRepository repository;
    private final BlockingFindings blocking;

    ApprovalCondition(Posts posts, ReviewRepository repository, BlockingFindings blocking) {
        this.posts = posts;
        this.repository = repository;
        this.blocking = blocking;
    }

    @Override
    public Optional<String> refusal(PostVersion version, Instant now) {
        Optional<PostVersion> current = posts.currentVersion(version.postId());
        if (current.isEmpty() || current.get().number() != version.number()) {
            return Optional.of("A newer version was submitted; its approvals count, not these.");
        }
        if (!ContentDigest.of(version.content()).equals(version.digest())) {
            return Optional.of("The stored content does not fit the digest that was approved.");
        }
        Optional<Routing> routing = repository.routing(version.postId(), version.number());
        if (routing.isEmpty() || routing.get().roles().isEmpty()) {
            return Optional.of("The version was never routed to reviewers.");
        }
        return missing(version, routing.get()).or(() -> expired(version, now)).or(() -> blocking.unresolved(version));
    }

    private Optional<String> missing(PostVersion version, Routing routing) {
        Map<String, Decision> decisions = repository.decisions(version.postId(), version.number()).stream()
                .collect(Collectors.toMap(Decision::role, Function.identity()));
        Set<String> excluded = new HashSet<>(posts.authors(version));
        for (String role : routing.roles()) {
            Decision decision = decisions.get(role);
            if (decision == null || !decision.approves() || !decision.digest().equals(version.digest())) {
                return Optional.of("The approval of " + role + " is missing for exactly this version.");
            }
            if (!excluded.add(decision.by())) {
                return Optional.of("The approval of " + role + " comes from somebody who wrote the post or approved "
                        + "it for another role.");
            }
        }
        return Optional.empty();
    }

    private Optional<String> expired(PostVersion version, Instant now) {
        Map<String, Review> reviews = repository.reviews(version.postId(), version.number()).stream()
                .collect(Collectors.toMap(Review::role, Function.identity()));
        return repository.decisions(version.postId(), version.number()).stream()
                .filter(decision -> now.isAfter(decision.at().plus(validity(reviews.get(decision.role())))))
                .findFirst().map(decision -> "The approval of " + decision.role() + " is no longer valid.");
    }

    private static Duration validity(Review review) {
        return review == null ? Duration.ZERO : Duration.ofHours(review.validHours());
    }

    /** What the decisions so far amount to; empty while roles are still missing. */
    Optional<Verdict> verdict(PostVersion version, Instant now) {
        List<Decision> decisions = repository.decisions(version.postId(), version.number());
        if (decisions.stream().anyMatch(decision -> decision.kind() == Decision.Kind.REJECT)) {
            return Optional.of(Verdict.REJECTED);
        }
        if (decisions.stream().anyMatch(decision -> decision.kind() == Decision.Kind.CHANGES)) {
            return Optional.of(Verdict.CHANGES);
        }
        boolean tooLate = version.content().schedule().missedBy(now) || expired(version, now).isPresent();
        if (tooLate) {
            return Optional.of(Verdict.LATE);
        }
        return refusal(version, now).isPresent() ? Optional.empty() : Optional.of(Verdict.APPROVED);
    }
}
