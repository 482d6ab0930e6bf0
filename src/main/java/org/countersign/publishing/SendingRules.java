package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.post.PublicationCondition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a delivery may be sent right now. Asked under the lock of the post, so that nothing changes between the answer
 * and the attempt.
 */
@Component
class SendingRules {

    private final Posts posts;
    private final List<PublicationCondition> conditions;

    SendingRules(Posts posts, ObjectProvider<PublicationCondition> conditions) {
        this.posts = posts;
        this.conditions = conditions.orderedStream().toList();
    }

    /**
     * Why a delivery must not be sent.
     *
     * @param needsNewTime whether all that speaks against it sends the post back for a new time
     */
    record Refusal(String reason, boolean needsNewTime) {
    }

    /** Why it must not be sent, for people; empty when it may. */
    Optional<Refusal> refusal(Delivery delivery, PostVersion version, PostState state, Account account, Instant now) {
        List<String> own = Stream.of(
                state == PostState.PUBLISHING ? null : "The post is not being published: " + state.label() + ".",
                current(delivery) ? null : "The post has a newer version.",
                delivery.digest().equals(version.digest()) ? null : "The version is not the one that was approved.",
                account.active() ? null : "The account was taken out of use.").filter(Objects::nonNull).toList();
        // A version that is not the approved one must not even be shown to the conditions as if it were.
        if (!own.isEmpty()) {
            return Optional.of(new Refusal(String.join(" ", own), false));
        }
        List<Refusal> refusals = conditions.stream().flatMap(condition -> condition.refusal(version, now).stream()
                .map(reason -> new Refusal(reason, condition.needsNewTime()))).toList();
        return refusals.isEmpty() ? Optional.empty() : Optional.of(new Refusal(
                refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")),
                refusals.stream().allMatch(Refusal::needsNewTime)));
    }

    private boolean current(Delivery delivery) {
        return posts.currentVersion(delivery.postId()).map(PostVersion::number).filter(n -> n == delivery.versionNumber())
                .isPresent();
    }
}
