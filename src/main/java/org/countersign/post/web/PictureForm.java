package org.countersign.post.web;

import org.countersign.post.Media;
import org.countersign.post.MediaItem;

import java.util.UUID;

/**
 * A picture with its words as they are typed.
 *
 * @param decorative why the picture says nothing, if it does not
 */
record PictureForm(UUID id, String altText, String decorative, String caption, String fileName) {

    static PictureForm of(Media media) {
        return new PictureForm(media.id(), "", "", "", media.fileName());
    }

    static PictureForm of(MediaItem item) {
        return new PictureForm(item.id(), text(item.altText()), text(item.decorativeReason()), text(item.caption()),
                item.fileName());
    }

    MediaItem item(Media stored) {
        return new MediaItem(id, stored.sha256(), stored.contentType(), stored.fileName(), orNull(altText),
                orNull(decorative), orNull(caption));
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String orNull(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
