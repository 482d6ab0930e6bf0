package org.countersign.screening;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A text while it is screened: each cue is looked up in it once, however often rules ask for it. Used by one thread. */
final class Reading {

    private record Span(int start, int end) {
    }

    private final String text;
    private final Map<Pattern, List<Span>> spans = new IdentityHashMap<>();

    Reading(String text) {
        this.text = PlainText.of(text);
    }

    /** The text with plain signs, as long as the original. */
    String text() {
        return text;
    }

    /** Whether the pattern matches somewhere so that it overlaps the range. */
    boolean contains(Pattern pattern, int from, int to) {
        var found = spans.computeIfAbsent(pattern, this::scan);
        int low = 0;
        int high = found.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (found.get(middle).end() > from) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < found.size() && found.get(low).start() < to;
    }

    private List<Span> scan(Pattern pattern) {
        var found = new ArrayList<Span>();
        var matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Span(matcher.start(), matcher.end()));
        }
        return found;
    }
}
