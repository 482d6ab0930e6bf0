package org.countersign.publishing.mastodon;

import com.ibm.icu.text.BreakIterator;
import org.countersign.publishing.connector.WebAddresses;
import org.springframework.web.util.HtmlUtils;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a status: how long a server finds it, and whether the HTML that comes back says the same.
 */
final class StatusText {

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</p>|</div>|</li>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])@([\\w.-]+)@[\\w.-]+\\w");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\u200B\uFEFF]+");

    private StatusText() {
    }

    /** Length as servers count: graphemes, each web address as a fixed number, a mention without its server. */
    static int length(String text, int perAddress) {
        StringBuilder shortened = new StringBuilder(text);
        List<WebAddresses.Place> places = WebAddresses.in(text);
        for (int i = places.size() - 1; i >= 0; i--) {
            shortened.replace(places.get(i).start(), places.get(i).end(), "x".repeat(perAddress));
        }
        String counted = REMOTE_MENTION.matcher(shortened).replaceAll("@$1");
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(counted);
        int length = 0;
        while (graphemes.next() != BreakIterator.DONE) {
            length++;
        }
        return length;
    }

    /**
     * Whether the HTML of a stored status says what was sent. Servers wrap, link and shorten for the eye, so only the
     * words are compared: without tags, with blanks alike, mentions without their server.
     */
    static boolean same(String html, String sent) {
        String words = HtmlUtils.htmlUnescape(TAG.matcher(BREAK.matcher(html).replaceAll(" ")).replaceAll(""));
        return normal(words).equals(normal(sent));
    }

    private static String normal(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return BLANK.matcher(REMOTE_MENTION.matcher(composed).replaceAll("@$1")).replaceAll(" ").strip();
    }
}
