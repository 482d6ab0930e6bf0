package org.countersign.adoption.web;

import org.countersign.adoption.Signature;
import org.countersign.adoption.StepTask;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that is looked at in a task of a step.
 *
 * @param entity    name of the entity whose program it is
 * @param state     how the step stands, in words
 * @param missing   what still lacks, as sentences
 * @param last      the last decision, or null
 * @param digest    of the evidence that is shown
 * @param signing   whether this person can sign here
 * @param wanted    whether the task needs a signature
 * @param signature of this person under this evidence, while it counts; or null
 */
record StepSheet(StepTask task, String entity, String state, List<Piece> evidence, List<String> missing, Decided last,
                 String digest, boolean signing, boolean wanted, Signature signature) {

    /** Something that was attached or measured in this round. */
    record Piece(String title, String person, Instant at, Map<String, String> content, String digest) {

        public String shortDigest() {
            return digest.substring(0, 12);
        }
    }

    /**
     * @param act    {@code accepted}, {@code returned}, {@code refused}, {@code waived}
     * @param reason in the words of the person, or null
     */
    record Decided(String act, String person, Instant at, String reason) {
    }
}
