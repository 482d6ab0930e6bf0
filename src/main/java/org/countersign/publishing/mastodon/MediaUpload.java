package org.countersign.publishing.mastodon;

import org.countersign.account.Account;
import org.countersign.publishing.connector.Answer;
import org.countersign.publishing.connector.CallProperties;
import org.countersign.publishing.connector.Dispatch.Attachment;
import org.countersign.publishing.connector.Wire;
import org.countersign.publishing.connector.WireBroken;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Uploads a picture and waits until the server has processed it: 202 says that it has not (206 when asked again).
 */
@Component
class MediaUpload {

    private final Duration pause;

    MediaUpload(CallProperties properties) {
        this.pause = properties.mediaPoll();
    }

    /** The answer with the id of the picture, or the one that says why there is none. */
    Answer upload(Wire wire, Attachment attachment, Account account, String token) throws WireBroken {
        Multipart form = new Multipart("part" + UUID.randomUUID().toString().replace("-", ""))
                .file("file", "picture" + suffix(attachment.contentType()), attachment.contentType(), attachment.bytes());
        if (!attachment.altText().isEmpty()) {
            form.field("description", attachment.altText());
        }
        Answer answer = wire.postBytes(URI.create(account.server() + "/api/v2/media"), token, form.bytes(), form.type(),
                attachment.contentType() + ", " + attachment.bytes().length + " bytes, sha256 " + attachment.sha256()
                        + ", description: " + attachment.altText());
        String id = answer.text("/id");
        while ((answer.status() == 202 || answer.status() == 206) && id != null) {
            LockSupport.parkNanos(pause.toNanos());
            answer = wire.get(URI.create(account.server() + "/api/v1/media/" + URLEncoder.encode(id, UTF_8)), token);
        }
        return answer;
    }

    private static String suffix(String contentType) {
        return switch (contentType) {
            case "image/png" -> ".png";
            case "image/gif" -> ".gif";
            case "image/webp" -> ".webp";
            default -> ".jpg";
        };
    }
}
