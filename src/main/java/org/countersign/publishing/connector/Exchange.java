package org.countersign.publishing.connector;

import java.time.Instant;

/**
 * One request and its answer as they are kept. Passwords and tokens are left out, bytes of pictures are replaced by their
 * digest.
 *
 * @param at      when the request began, UTC
 * @param request what was sent, shortened to {@link #KEPT} characters
 * @param status  HTTP status; 0 when no answer came
 * @param answer  what came back, shortened likewise; or why nothing did
 */
public record Exchange(Instant at, String method, String uri, String request, int status, String answer) {

    static final int KEPT = 20_000;
    static final String WITHHELD = "(withheld: holds a secret)";

    public Exchange {
        request = shorten(request);
        answer = shorten(answer);
    }

    private static String shorten(String text) {
        return text == null || text.length() <= KEPT ? text : text.substring(0, KEPT) + "…";
    }
}
