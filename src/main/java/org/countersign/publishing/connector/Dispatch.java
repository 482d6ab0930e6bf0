package org.countersign.publishing.connector;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A post as it goes to one account. Built from the approved version alone, and the same each time it is built: a different
 * body would be a different post to the network.
 *
 * @param text           the words for this channel, with the links that they lack
 * @param recordKey      key of the record on networks that take one from us (AT Protocol TID)
 * @param idempotencyKey key of the request on networks that recognize a repetition
 * @param recordTime     the time written into the record, UTC
 */
public record Dispatch(String text, List<Attachment> attachments, String recordKey, UUID idempotencyKey,
                       Instant recordTime) {

    public Dispatch {
        attachments = List.copyOf(attachments);
    }

    /**
     * A picture.
     *
     * @param sha256  digest of the bytes, lower-case hexadecimal
     * @param altText empty for a decorative picture
     */
    public record Attachment(byte[] bytes, String sha256, String contentType, String altText) {
    }
}
