package org.countersign.training;

import java.util.List;
import java.util.stream.Collectors;

/** A quiz was not passed. Says which questions to look at again, not what is right. */
public class BelowPassMark extends Refused {

    private final List<Integer> questions;

    BelowPassMark(int score, int passMark, List<Integer> questions) {
        super("%d percent of your answers were right; %d percent are needed. Look again at question %s, then try again."
                .formatted(score, passMark, questions.stream().map(String::valueOf).collect(Collectors.joining(", "))));
        this.questions = List.copyOf(questions);
    }

    /** Numbers of the questions, from 1. */
    public List<Integer> questions() {
        return questions;
    }
}
