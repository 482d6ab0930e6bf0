package org.countersign.publishing.mastodon;

import org.springframework.http.MediaType;

import java.io.ByteArrayOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A form with a file (RFC 7578), complete in memory: its length goes out with it, because some servers close the
 * connection upon a body sent in chunks.
 */
final class Multipart {

    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** @param boundary letters and digits that do not occur in the parts */
    Multipart(String boundary) {
        this.boundary = boundary;
    }

    Multipart field(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"\r\n"
                + "Content-Type: text/plain; charset=UTF-8", value.getBytes(UTF_8));
    }

    Multipart file(String name, String fileName, String contentType, byte[] bytes) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName + "\"\r\n"
                + "Content-Type: " + contentType, bytes);
    }

    byte[] bytes() {
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(UTF_8));
        return body.toByteArray();
    }

    MediaType type() {
        return MediaType.parseMediaType("multipart/form-data; boundary=" + boundary);
    }

    private Multipart part(String headers, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\n" + headers + "\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }
}
