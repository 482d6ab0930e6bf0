package org.countersign.publishing.mastodon.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a multipart form, by name.
 */
record FormParts(Map<String, Part> parts) {

    record Part(String contentType, byte[] bytes) {
    }

    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?i)Content-Type: *([^\r\n]+)");

    static FormParts parse(String contentType, byte[] body) {
        // Latin-1 keeps each byte as one character, so positions in the text are positions in the bytes.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String boundary = "--" + contentType.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
        Map<String, Part> parts = new HashMap<>();
        int at = text.indexOf(boundary);
        while (at >= 0) {
            int next = text.indexOf("\r\n" + boundary, at);
            int head = text.indexOf("\r\n\r\n", at);
            if (next < 0 || head < 0) {
                break;
            }
            Matcher name = NAME.matcher(text.substring(at, head));
            Matcher type = TYPE.matcher(text.substring(at, head));
            if (name.find()) {
                parts.put(name.group(1), new Part(type.find() ? type.group(1) : "text/plain",
                        Arrays.copyOfRange(body, head + 4, next)));
            }
            at = next + 2;
        }
        return new FormParts(parts);
    }

    String text(String name) {
        return parts.containsKey(name) ? new String(parts.get(name).bytes(), StandardCharsets.UTF_8) : null;
    }
}
