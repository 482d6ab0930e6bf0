package org.countersign.publishing.connector;

import java.time.Duration;

/**
 * What came of sending a post.
 */
public sealed interface Outcome {

    /** The network has it. */
    record Sent(String remoteId, String url) implements Outcome {
    }

    /**
     * The network turned it away for good; the same request would be turned away again.
     *
     * @param status  HTTP status, or 0 when nothing was sent because it could not be right
     * @param message what is wrong, a sentence for people
     * @param advice  what to do about it, a sentence for people
     */
    record Refused(int status, String message, String advice) implements Outcome {
    }

    /**
     * It is certain that no post came to be, and a later attempt may succeed.
     *
     * @param retryAfter how long the network asks us to wait, or null
     */
    record NotSent(String why, Duration retryAfter) implements Outcome {
    }

    /** The request may have reached the network and nobody knows what became of it. Must never be sent again blindly. */
    record Unknown(String why) implements Outcome {
    }
}
