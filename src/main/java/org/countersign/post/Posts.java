package org.countersign.post;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What other modules may know and do about posts.
 */
public interface Posts {

    /** The version that was submitted last; empty before the first submission. */
    Optional<PostVersion> currentVersion(UUID postId);

    Optional<PostVersion> version(UUID postId, int number);

    /** Everybody who wrote or changed any version of the post: none of them may review it. */
    Set<String> contributors(UUID postId);

    /** Who had written or changed the post when this version was submitted: their approvals of it count for nothing. */
    Set<String> authors(PostVersion version);

    /**
     * Locks the post until the running transaction ends, so that no new version can be submitted meanwhile.
     *
     * @return the state under the lock
     */
    PostState lock(UUID postId);

    /** Moves the post to a state; recorded by the caller. */
    void enter(UUID postId, PostState state);

    /**
     * The bytes of a picture as they were uploaded.
     *
     * @throws java.util.NoSuchElementException when there is no such picture
     */
    byte[] mediaBytes(UUID mediaId);
}
