package org.countersign.post;

import java.util.UUID;

/**
 * A picture in a post with the words that stand for it (WCAG 2.1, 1.1.1): alt text, or why it is decorative.
 *
 * @param sha256 digest of the bytes, lower-case hexadecimal
 */
public record MediaItem(UUID id, String sha256, String contentType, String fileName, String altText,
                        String decorativeReason, String caption) {

    public boolean decorative() {
        return decorativeReason != null && !decorativeReason.isBlank();
    }
}
