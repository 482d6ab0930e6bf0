package org.countersign.publishing;

import org.countersign.account.Account;
import org.countersign.post.ChannelText;
import org.countersign.post.ContentDigest;
import org.countersign.post.MediaItem;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.countersign.publishing.connector.Dispatch;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds what is sent from the version that was approved, and checks that the pictures are the ones that were approved.
 */
@Component
class DispatchFactory {

    private final Posts posts;

    DispatchFactory(Posts posts) {
        this.posts = posts;
    }

    /**
     * @throws NotAsApproved when the stored content is not the approved one; there is no way around that
     */
    Dispatch build(Delivery delivery, PostVersion version, Account account) {
        if (!ContentDigest.of(version.content()).equals(delivery.digest())) {
            throw new NotAsApproved("The stored content is not the one that was approved.");
        }
        String text = ChannelText.of(version.content(), account.channel());
        if (text.isBlank()) {
            throw new NotAsApproved("No text was approved for " + account.channel().label() + ".");
        }
        List<Dispatch.Attachment> attachments = new ArrayList<>();
        for (MediaItem item : version.content().media()) {
            byte[] bytes = posts.mediaBytes(item.id());
            if (!ContentDigest.sha256(bytes).equals(item.sha256())) {
                throw new NotAsApproved("A stored picture is not the one that was approved.");
            }
            String altText = item.decorative() || item.altText() == null ? "" : item.altText();
            attachments.add(new Dispatch.Attachment(bytes, item.sha256(), item.contentType(), altText));
        }
        return new Dispatch(text, attachments, delivery.recordKey(), delivery.idempotencyKey(), delivery.recordTime());
    }

    static class NotAsApproved extends RuntimeException {
        NotAsApproved(String message) {
            super(message);
        }
    }
}
