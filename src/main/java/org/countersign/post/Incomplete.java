package org.countersign.post;

import java.util.List;

/**
 * A draft cannot be submitted as it is.
 */
public class Incomplete extends RuntimeException {

    private final List<Problem> problems;

    Incomplete(List<Problem> problems) {
        super("The post cannot be submitted yet: " + problems.size() + " point(s) to mend.");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
