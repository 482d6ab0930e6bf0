package org.countersign.review;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskRefused;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The questions of a review form. A question carries its safe answer as a custom property of its field, so that whoever
 * edits the form keeps question and consequence together.
 */
final class Checklist {

    private static final String SAFE_ANSWER = "safeAnswer";
    private static final String BLOCKS = "blocks";
    private static final String NOT_APPLICABLE = "na";

    private Checklist() {
    }

    /**
     * @throws TaskRefused when a question that blocks was answered the wrong way, or a reason for "n.a." is missing
     */
    static void requireSafe(FormAnswers answers) {
        boolean reasonNeeded = false;
        for (FormAnswers.Field field : answers.fields()) {
            String safe = field.properties().get(SAFE_ANSWER);
            if (safe == null) {
                continue;
            }
            String answer = answers.text(field.key());
            if (answer == null) {
                throw new TaskRefused("Answer the question: " + field.label());
            }
            reasonNeeded |= NOT_APPLICABLE.equals(answer);
            boolean wrong = !answer.equals(safe) && !answer.equals(NOT_APPLICABLE);
            if (wrong && Boolean.parseBoolean(field.properties().get(BLOCKS))) {
                throw new TaskRefused("With this answer the post cannot be approved; request changes or reject it. "
                        + "The question: " + field.label());
            }
        }
        if (reasonNeeded && answers.text("naReasons") == null) {
            throw new TaskRefused("Say why the questions you answered with n.a. do not apply.");
        }
    }

    /** The answers by question key, in the order of the form. */
    static Map<String, String> answers(FormAnswers answers) {
        Map<String, String> result = new LinkedHashMap<>();
        for (FormAnswers.Field field : answers.fields()) {
            String answer = answers.text(field.key());
            if (field.properties().containsKey(SAFE_ANSWER) && answer != null) {
                result.put(field.key(), answer);
            }
        }
        return result;
    }
}
