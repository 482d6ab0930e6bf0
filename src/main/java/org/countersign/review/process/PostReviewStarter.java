package org.countersign.review.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.countersign.post.PostBusy;
import org.countersign.post.PostSubmitted;
import org.countersign.post.PostVersion;
import org.countersign.post.PostWithdrawn;
import org.countersign.post.Posts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.UUID;

/**
 * Hands submitted versions and withdrawals to the process, in the transaction of the act.
 */
@Component
class PostReviewStarter {

    private final RuntimeService runtime;
    private final Posts posts;

    PostReviewStarter(RuntimeService runtime, Posts posts) {
        this.runtime = runtime;
        this.posts = posts;
    }

    @EventListener
    void on(PostSubmitted event) {
        PostVersion version = posts.version(event.postId(), event.version()).orElseThrow();
        Map<String, Object> variables = Map.of(PostReview.VERSION_NUMBER, version.number(),
                PostReview.DIGEST, version.digest(), PostReview.AUTHOR, version.submittedBy());
        if (event.first()) {
            runtime.startProcessInstanceByKey(PostReview.PROCESS, event.postId().toString(), variables);
        } else {
            correlate(PostReview.VERSION_SUBMITTED, event.postId(), variables);
        }
    }

    @EventListener
    void on(PostWithdrawn event) {
        correlate(PostReview.POST_WITHDRAWN, event.postId(), Map.of());
    }

    /** A job that moves the token meanwhile makes this fail; then the whole act is undone and can be repeated. */
    private void correlate(String message, UUID postId, Map<String, Object> variables) {
        try {
            runtime.createMessageCorrelation(message).processInstanceBusinessKey(postId.toString())
                    .setVariables(variables).correlate();
        } catch (OptimisticLockingException | MismatchingMessageCorrelationException e) {
            throw new PostBusy();
        }
    }
}
