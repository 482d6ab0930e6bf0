package org.countersign.review.process;

import org.camunda.bpm.engine.RuntimeService;
import org.countersign.post.PostSubmitted;
import org.countersign.post.PostVersion;
import org.countersign.post.PostWithdrawn;
import org.countersign.post.Posts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.util.Map;

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
        String key = event.postId().toString();
        if (event.first()) {
            runtime.startProcessInstanceByKey(PostReview.PROCESS, key, variables);
        } else {
            runtime.createMessageCorrelation(PostReview.VERSION_SUBMITTED).processInstanceBusinessKey(key)
                    .setVariables(variables).correlate();
        }
    }

    @EventListener
    void on(PostWithdrawn event) {
        runtime.createMessageCorrelation(PostReview.POST_WITHDRAWN)
                .processInstanceBusinessKey(event.postId().toString()).correlate();
    }
}
