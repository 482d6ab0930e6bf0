package org.countersign.publishing.connector;

import org.countersign.post.ContentDigest;

import javax.imageio.ImageIO;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Posts that tests send.
 */
public final class Samples {

    /** Long enough for the busiest machine. */
    public static final CallProperties CALLS = new CallProperties(Duration.ofSeconds(15), Duration.ofSeconds(15),
            Duration.ofSeconds(60), Duration.ofMillis(20));
    /** Short enough for a test that waits for it to pass. */
    public static final CallProperties HASTY = new CallProperties(Duration.ofSeconds(2), Duration.ofMillis(1500),
            Duration.ofSeconds(20), Duration.ofMillis(20));

    private Samples() {
    }

    public static Dispatch text(String text) {
        return dispatch(text, List.of());
    }

    public static Dispatch withPicture(String text, String altText) {
        return dispatch(text, List.of(picture(png(40, 30), altText)));
    }

    /** A picture of so many bytes; padded behind its end, as readers allow. */
    public static Dispatch withPictureOf(int bytes) {
        return dispatch("A large picture", List.of(picture(Arrays.copyOf(png(4, 3), bytes), "Noise")));
    }

    public static Dispatch dispatch(String text, List<Dispatch.Attachment> attachments) {
        return new Dispatch(text, attachments, "3l7a2b4cdef2g", UUID.randomUUID(), Instant.parse("2026-11-20T15:00:00Z"));
    }

    public static Dispatch.Attachment picture(byte[] bytes, String altText) {
        return new Dispatch.Attachment(bytes, ContentDigest.sha256(bytes), "image/png", altText);
    }

    public static byte[] png(int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
