package org.countersign.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What was said about a post: answered by the module that has it reviewed.
 */
public interface Feedback {

    /** Remarks on the version that was submitted last, those that ask for something first; empty when there are none. */
    List<Remark> on(UUID postId);

    /** What a remark asks of the author. */
    enum Weight {
        MUST("Must be mended"), LOOK("Will be looked at"), NOTE("Take note"), AGREES("Agrees");

        private final String label;

        Weight(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param from    who says it: the name of a role, or what was found
     * @param what    a sentence, or several; typed by people
     * @param law     the law or guideline; null when none is named
     * @param excerpt the words it is about with those around them; empty when it is about no words
     */
    record Remark(Weight weight, String from, String what, String law, Instant at, List<Piece> excerpt) {
    }

    /** A piece of text, and whether the remark is about it. */
    record Piece(String text, boolean marked) {
    }
}
