package org.countersign.review;

import org.countersign.post.PostKind;

/**
 * The risk class that a kind of post has before anything is found in it, as the decision table of the review says.
 */
public interface KindClasses {

    /** From 0, routine, to 4, critical. */
    int of(PostKind kind);
}
