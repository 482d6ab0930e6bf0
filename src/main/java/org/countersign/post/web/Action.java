package org.countersign.post.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import java.util.Locale;

/**
 * The button that was pressed.
 *
 * @param argument what it is about: a channel, a picture, a revision; empty for most
 */
record Action(Verb verb, String argument) {

    enum Verb {
        SAVE, SUBMIT, WITHDRAW,
        /** Saves over what somebody else saved; with the revision that is replaced. */
        REPLACE,
        /** Saves, and goes to the page that adds pictures without scripts. */
        PICTURES,
        /** Copies the text of a channel to the channels without one; saves nothing. */
        COPY,
        /** Takes a picture out; saves nothing. */
        REMOVE
    }

    /** Reads {@code save} or {@code remove:<id>}. */
    static Action of(String pressed) {
        String[] parts = pressed.split(":", 2);
        try {
            return new Action(Verb.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts.length > 1 ? parts[1] : "");
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such button.", e);
        }
    }

    int number() {
        try {
            return Integer.parseInt(argument);
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The revision is no number.", e);
        }
    }
}
