package org.countersign.post;

/**
 * Something the author must mend.
 *
 * @param field   where: {@code text.BLUESKY}, {@code media.0.altText}, {@code accounts}, {@code schedule}
 * @param message what is wrong and what to do
 */
public record Problem(String field, String message) {
}
