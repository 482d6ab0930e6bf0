package org.countersign.review.web;

import org.countersign.post.ShownText;
import org.countersign.screening.Severity;

import java.util.List;
import java.util.Locale;

/**
 * A finding in words.
 *
 * @param number  what the finding is called on this page
 * @param where   the part of the post it is in
 * @param decides who says whether it applies
 * @param excerpt the place with some words around it; empty when it has no place
 */
record ShownFinding(int number, String code, String meaning, Severity severity, String where, String reason,
                    String citation, String decides, List<ShownText.Piece> excerpt) {

    /** Style name of the underline. */
    public String kind() {
        return kind(severity);
    }

    static String kind(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    public String severityWords() {
        return switch (severity) {
            case BLOCK -> "Blocks the post";
            case REVIEW -> "A reviewer must look";
            case WARN -> "The author must take note";
        };
    }
}
