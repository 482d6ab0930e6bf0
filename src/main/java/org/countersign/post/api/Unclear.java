package org.countersign.post.api;

import org.countersign.post.Problem;

import java.util.List;

/** What was sent cannot be saved. */
class Unclear extends RuntimeException {

    private final List<Problem> problems;

    Unclear(List<Problem> problems) {
        super("What was sent cannot be saved: " + problems.size() + " point(s) to mend.");
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
