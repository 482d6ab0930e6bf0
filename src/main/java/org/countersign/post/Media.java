package org.countersign.post;

import java.util.UUID;

/**
 * A picture as it was uploaded, without its bytes.
 */
public record Media(UUID id, String sha256, String contentType, String fileName, int width, int height, int size) {
}
