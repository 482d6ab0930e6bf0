package org.countersign.post.web;

import org.countersign.post.PostState;

import java.util.List;
import java.util.UUID;

/**
 * A post in the list.
 *
 * @param excerpt the beginning of its first text
 * @param holders names of roles or people it waits for
 * @param saved   when it was saved last, in words
 */
public record DeskRow(UUID id, String excerpt, String kind, PostState state, List<String> holders, String saved,
                      List<String> accounts) {

    public boolean waitsForAuthor() {
        return state.waitsForAuthor();
    }

    public String advice() {
        return Course.advice(state);
    }

    /** Word of the style sheet for the color of the state. */
    public String tone() {
        return tone(state);
    }

    static String tone(PostState state) {
        return switch (state) {
            case BLOCKED, RETURNED, NEEDS_NEW_TIME, NOT_PUBLISHED, PARTLY_PUBLISHED -> "act";
            case IN_REVIEW, SCHEDULED, PUBLISHING -> "runs";
            case PUBLISHED -> "done";
            case DRAFT, REJECTED, WITHDRAWN -> "rests";
        };
    }
}
