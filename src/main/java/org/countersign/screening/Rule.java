package org.countersign.screening;

import java.util.List;

/**
 * One row of the rule table, as it is written. What it finds is what {@code pattern} or one of the {@code phrases} matches
 * (the group that matched, if there is one).
 *
 * @param id              never changes once used; findings name it
 * @param code            finding code
 * @param severity        instead of that of the catalog; may be null
 * @param appliesTo       posts of all kinds, or answers only
 * @param reads           texts only, or also link targets and file names
 * @param caseSensitive   whether capital letters matter
 * @param near            name of a cue that must be close by; null when the words suffice
 * @param within          how close, in characters; 80 unless said
 * @param replySuffices   whether an answer needs no cue, because it speaks to one person anyway
 * @param unless          pattern that takes the match back where it overlaps
 * @param reason          one sentence for the author that does not repeat what was found
 * @param citation        instead of that of the catalog; may be null
 * @param examples        texts in which the rule must find something
 * @param replyExamples   answers in which the rule must find something
 * @param counterExamples texts in which it must not
 */
record Rule(String id, String code, Severity severity, AppliesTo appliesTo, Reads reads, boolean caseSensitive,
            String pattern, List<String> phrases, String near, Integer within, boolean replySuffices, String unless,
            String reason, String citation, List<String> examples, List<String> replyExamples,
            List<String> counterExamples) {

    enum AppliesTo { ALL, REPLIES }

    enum Reads { TEXT, EVERYTHING }

    Rule {
        appliesTo = appliesTo == null ? AppliesTo.ALL : appliesTo;
        reads = reads == null ? Reads.TEXT : reads;
        within = within == null ? 80 : within;
        phrases = phrases == null ? List.of() : List.copyOf(phrases);
        examples = examples == null ? List.of() : List.copyOf(examples);
        replyExamples = replyExamples == null ? List.of() : List.copyOf(replyExamples);
        counterExamples = counterExamples == null ? List.of() : List.copyOf(counterExamples);
    }

    /** The pattern that all phrases or the pattern of the row make. */
    String expression() {
        if ((pattern == null) == phrases.isEmpty()) {
            throw new IllegalArgumentException("Rule " + id + " needs a pattern or phrases, not both.");
        }
        return pattern != null ? pattern
                : "\\b(?:" + String.join("|", phrases.stream().map(SafePattern::ofPhrase).toList()) + ")\\b";
    }
}
