package org.countersign.screening;

import java.util.List;
import java.util.Map;

/**
 * What is screened.
 *
 * @param kind   name of the post kind
 * @param texts  every text of the post by field name: {@code text.bluesky}, {@code media.0.altText}, {@code link.0},
 *               {@code media.0.fileName}
 * @param media  one row per picture
 * @param reply  whether the post answers somebody
 * @param aiAssisted whether the author said that a generator helped
 */
public record Draft(String kind, Map<String, String> texts, List<Picture> media, boolean reply, boolean aiAssisted) {

    /** A picture and how it is described; exactly one of the two texts should be there. */
    public record Picture(String altText, String decorativeReason) {
    }
}
