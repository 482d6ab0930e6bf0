package org.countersign.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * How mails look from outside. The server that takes them is set by {@code spring.mail.host} and its neighbors.
 *
 * @param baseUrl address under which people reach the application; links in mails begin with it
 * @param mail    the sender
 */
@ConfigurationProperties("countersign")
record NotificationProperties(@DefaultValue("http://localhost:8080") URI baseUrl, @DefaultValue Mail mail) {

    /**
     * @param from sender of every mail, an RFC 5322 address with or without a name; the part after the @ is also the
     *             right side of every Message-ID
     */
    record Mail(@DefaultValue("Countersign <countersign@localhost>") String from) {
    }

    /** An address of a page of the application, from a path that begins with one slash. */
    String absolute(String path) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A link in a mail is a path of this application");
        }
        return baseUrl.toString().replaceFirst("/+$", "") + path;
    }
}
