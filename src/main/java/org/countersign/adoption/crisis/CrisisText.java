package org.countersign.adoption.crisis;

import org.countersign.adoption.StepRefused;

/** A text that somebody must have typed. */
final class CrisisText {

    private CrisisText() {
    }

    /** @throws StepRefused when it is blank or too long */
    static String required(String text, int longest, String ask) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new StepRefused(ask + ", in at most " + longest + " characters.");
        }
        return text.strip();
    }
}
