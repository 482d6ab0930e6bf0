package org.countersign.post;

import java.time.Instant;
import java.util.Optional;

/**
 * One reason why nothing of this kind may be submitted right now, whatever its text. Modules contribute conditions; they
 * are asked after the draft was found complete.
 */
public interface SubmissionCondition {

    /** Why not, as sentences for people that say on what or whom it waits; empty when it may be submitted. */
    Optional<String> refusal(PostContent content, Instant now);
}
