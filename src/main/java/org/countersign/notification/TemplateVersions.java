package org.countersign.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which wording of a template a mail was written with: a hash of its files and of the frame that all mails share, so
 * that nobody has to remember to count a number up.
 */
final class TemplateVersions {

    private static final int SHOWN = 12;
    private static final List<String> SHARED = List.of("frame.html", "parts.html", "footer.txt");
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private TemplateVersions() {
    }

    /** The first digits of the SHA-256 of the template's files. */
    static String of(String template) {
        return KNOWN.computeIfAbsent(MailTemplate.named(template).fileName(), TemplateVersions::read);
    }

    private static String read(String fileName) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(file(fileName + ".txt"));
            digest.update(file(fileName + ".html"));
            for (String shared : SHARED) {
                digest.update(file(shared));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail template " + fileName + " cannot be read", e);
        }
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = TemplateVersions.class.getResourceAsStream("/templates/mail/" + name)) {
            if (in == null) {
                throw new IOException("templates/mail/" + name + " is missing");
            }
            return in.readAllBytes();
        }
    }
}
