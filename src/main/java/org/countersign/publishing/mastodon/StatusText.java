package org.countersign.publishing.mastodon;

import org.springframework.web.util.HtmlUtils;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The text of a status as it comes back: HTML, which must be compared with the words that were sent.
 */
final class StatusText {

    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</p>|</div>|</li>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern REMOTE_MENTION = Pattern.compile("(?<![\\w/])@([\\w.-]+)@[\\w.-]+\\w");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\u200B\uFEFF]+");

    private StatusText() {
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
