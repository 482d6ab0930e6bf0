package org.countersign.post.web;

import org.countersign.post.Feedback.Remark;
import org.countersign.post.PostState;

import java.util.List;
import java.util.UUID;

/**
 * Where a submitted post stands, for its author.
 *
 * @param holders names of roles or people it waits for
 * @param holds   why it would not go out at this moment, although nobody has to decide about the post itself
 * @param remarks what was said about the last version
 */
public record Course(UUID postId, PostState state, List<String> holders, List<String> holds, List<Version> versions,
                     List<Remark> remarks) {

    /**
     * A version that was submitted.
     *
     * @param digest its first characters
     */
    public record Version(int number, String digest, String by, String at) {
    }

    public String advice() {
        return advice(state);
    }

    /** What the author can do now. */
    static String advice(PostState state) {
        return switch (state) {
            case DRAFT -> "Submit it for review when it is ready.";
            case IN_REVIEW -> "Nothing to do for you. A new version voids the approvals given so far.";
            case BLOCKED -> "Mend what was found and submit again, or ask in Tasks that it be determined not to apply.";
            case RETURNED -> "Read what was asked for, change the post, and submit it again.";
            case NEEDS_NEW_TIME -> "Its time passed before everything was ready. Choose a new time and submit it again.";
            case SCHEDULED -> "Nothing to do for you. A new version voids the approvals and must be reviewed again.";
            case PUBLISHING -> "It is going out now and cannot be changed any more.";
            case PUBLISHED -> "It is out. To correct it, write a new post.";
            case PARTLY_PUBLISHED -> "Some accounts have it, others do not. The record says which.";
            case NOT_PUBLISHED -> "No account took it. The record says why. Change it, submit it again, or withdraw it.";
            case REJECTED -> "It was rejected for good. Write a new post that does without what was refused.";
            case WITHDRAWN -> "It was taken back. Nothing of it will go out.";
        };
    }
}
