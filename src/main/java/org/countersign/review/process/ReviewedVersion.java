package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * The version that a process instance is about.
 */
@Component
class ReviewedVersion {

    private final Posts posts;

    ReviewedVersion(Posts posts) {
        this.posts = posts;
    }

    /**
     * @throws IllegalStateException when post and version of the process do not exist
     */
    PostVersion of(DelegateExecution execution) {
        UUID postId = UUID.fromString(execution.getProcessBusinessKey());
        int number = PostReview.number(execution, PostReview.VERSION_NUMBER);
        return posts.version(postId, number).orElseThrow(() ->
                new IllegalStateException("There is no version " + number + " of post " + postId + "."));
    }
}
