package org.countersign.post;

import com.ibm.icu.text.BreakIterator;
import org.countersign.account.Channel;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a network counts a text and what it accepts.
 *
 * @param limit      most units of text
 * @param unit       what is counted
 * @param bytes      most UTF-8 bytes, or null
 * @param linkLength what every link counts, whatever its length, or null when it counts as written
 * @param images     most pictures
 * @param imageBytes most bytes of one picture
 * @param source     where the numbers were read
 * @param checked    when
 */
public record ChannelRules(Channel channel, int limit, Unit unit, Integer bytes, Integer linkLength, int images,
                           int imageBytes, String source, LocalDate checked) {

    public enum Unit { GRAPHEMES, CHARACTERS }

    static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]{1,2000}", Pattern.CASE_INSENSITIVE);
    /** On Mastodon only the local part of {@code @person@server} counts. */
    private static final Pattern REMOTE_MENTION = Pattern.compile("(@[\\w.-]{1,64})@[\\w.-]{1,255}");

    /** What the text counts on this network. */
    public int count(String text) {
        if (linkLength == null) {
            return units(text);
        }
        String shortened = LINK.matcher(text).replaceAll("x".repeat(linkLength));
        return units(REMOTE_MENTION.matcher(shortened).replaceAll("$1"));
    }

    /** Whether the network would take the text. */
    public boolean fits(String text) {
        return count(text) <= limit && (bytes == null || text.getBytes(StandardCharsets.UTF_8).length <= bytes);
    }

    private int units(String text) {
        return unit == Unit.CHARACTERS ? text.codePointCount(0, text.length()) : graphemes(text);
    }

    /** The iterator of the JDK is wrong for families, flags and skin tones on Java 17; ICU's agrees with the servers. */
    private static int graphemes(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
