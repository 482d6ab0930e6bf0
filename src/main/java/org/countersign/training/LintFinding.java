package org.countersign.training;

/**
 * Words of a policy that could chill rights of employees.
 *
 * @param key      stays the same as long as the sentence stays the same; a reason is kept under it
 * @param section  key of the section
 * @param start    where the words begin in the text of the section
 * @param end      where they end, exclusive
 * @param reason   why they are a trap
 * @param instead  how it can be said
 */
public record LintFinding(String key, String section, String rule, int start, int end, String reason, String instead,
                          String citation) {
}
