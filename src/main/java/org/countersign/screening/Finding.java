package org.countersign.screening;

/**
 * Something that a reader of a post should look at.
 *
 * @param code        finding code of the catalog: {@code P1}, {@code P3}, {@code M1}, {@code A1}
 * @param severity    what it asks for
 * @param rule        id of the rule that found it
 * @param ruleVersion version of the rule table
 * @param field       where: {@code text.bluesky}, {@code media.0.altText}
 * @param start       first UTF-16 position in the field, or -1 when the finding has no place in a text
 * @param end         position after the last
 * @param reason      one sentence for the author, without repeating what was found
 * @param citation    the law or guideline
 */
public record Finding(String code, Severity severity, String rule, String ruleVersion, String field, int start, int end,
                      String reason, String citation) {
}
