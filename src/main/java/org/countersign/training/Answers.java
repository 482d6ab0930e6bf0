package org.countersign.training;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person answered at the end of a module.
 *
 * @param chosen    number of the chosen option of each question, from 1; null for a question without an answer
 * @param record    the note that some modules ask for
 * @param confirmed whether the statement was confirmed
 */
public record Answers(List<Integer> chosen, String record, boolean confirmed) {

    public Answers {
        chosen = new ArrayList<>(chosen);
        record = record == null ? "" : record.strip();
    }
}
