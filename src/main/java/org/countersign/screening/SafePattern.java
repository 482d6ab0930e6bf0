package org.countersign.screening;

import java.util.regex.Pattern;

/**
 * Compiles patterns that people outside development may edit. Only what also RE2 understands is taken (no look-around, no
 * back reference, nothing possessive), and every repetition has an upper bound, so that no text makes a pattern run away.
 */
final class SafePattern {

    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\[1-9k]");
    private static final Pattern LOOK_AROUND = Pattern.compile("\\(\\?(?:=|!|<|>)");
    private static final Pattern ESCAPED_OR_CLASS = Pattern.compile("\\\\.|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]");
    private static final Pattern UNBOUNDED = Pattern.compile("[*+]|\\{[0-9]+,\\}");

    private SafePattern() {
    }

    /** @throws IllegalArgumentException when the pattern is wrong, or could take more than linear time */
    static Pattern compile(String pattern, boolean caseSensitive) {
        var bare = ESCAPED_OR_CLASS.matcher(pattern).replaceAll("x");
        if (BACK_REFERENCE.matcher(pattern).find() || LOOK_AROUND.matcher(bare).find()) {
            throw new IllegalArgumentException("Look-around and back references are not allowed: " + pattern);
        }
        if (UNBOUNDED.matcher(bare).find()) {
            throw new IllegalArgumentException("Every repetition needs an upper bound: " + pattern);
        }
        return Pattern.compile(pattern, caseSensitive ? 0 : Pattern.CASE_INSENSITIVE);
    }

    /**
     * A phrase as people write it: words; {@code (one|other)} for a choice; {@code ...} for up to 40 characters between
     * words of the same sentence. Blanks match any one to three blanks.
     */
    static String ofPhrase(String phrase) {
        return phrase.strip().replaceAll("\\s*\\.\\.\\.\\s*", "\\\\b[^.!?\\\\n]{1,40}\\\\b")
                .replaceAll("\\((?!\\?)", "(?:").replaceAll("\\s+", "\\\\s{1,3}");
    }
}
