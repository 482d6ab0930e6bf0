package org.countersign.publishing.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds web addresses in a text the way networks do: up to the next blank, without the punctuation that ends a sentence.
 */
public final class WebAddresses {

    private static final Pattern ADDRESS = Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);
    private static final String PUNCTUATION = ".,;:!?'\"’”»…";

    private WebAddresses() {
    }

    /** An address and where it stands, in UTF-16 positions. */
    public record Place(int start, int end, String address) {
    }

    public static List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find()) {
            int end = end(text, matcher.start(), matcher.end());
            if (end > text.indexOf("://", matcher.start()) + 3) {
                places.add(new Place(matcher.start(), end, text.substring(matcher.start(), end)));
            }
        }
        return places;
    }

    private static int end(String text, int start, int end) {
        while (end > start) {
            char last = text.charAt(end - 1);
            boolean unopened = last == ')' && text.substring(start, end).chars().filter(c -> c == '(').count()
                    < text.substring(start, end).chars().filter(c -> c == ')').count();
            if (PUNCTUATION.indexOf(last) < 0 && !unopened) {
                return end;
            }
            end--;
        }
        return end;
    }
}
