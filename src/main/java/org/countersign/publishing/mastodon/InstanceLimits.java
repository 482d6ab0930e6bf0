package org.countersign.publishing.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import org.countersign.account.Channel;
import org.countersign.post.ChannelRules;
import org.countersign.publishing.connector.Dispatch;
import org.countersign.publishing.connector.Dispatch.Attachment;
import org.countersign.publishing.connector.Outcome.Refused;

/**
 * What a server allows, as it says itself. Where it does not say, Mastodon's defaults stand (checked November 2026).
 */
record InstanceLimits(int characters, int perAddress, int pictures, long pictureBytes, int description) {

    static InstanceLimits of(JsonNode instance) {
        JsonNode statuses = instance.at("/configuration/statuses");
        JsonNode media = instance.at("/configuration/media_attachments");
        return new InstanceLimits(
                statuses.path("max_characters").asInt(instance.path("max_toot_chars").asInt(500)),
                statuses.path("characters_reserved_per_url").asInt(23),
                statuses.path("max_media_attachments").asInt(4),
                media.path("image_size_limit").asLong(16_777_216),
                media.path("description_limit").asInt(1_500));
    }

    /** Why a post cannot be right for this server; null when it fits. */
    Refused refusal(Dispatch dispatch) {
        int length = new ChannelRules(Channel.MASTODON, characters, ChannelRules.Unit.GRAPHEMES, null, perAddress, pictures,
                Integer.MAX_VALUE, null, null).count(dispatch.text());
        if (length > characters) {
            return new Refused(0, "The text has " + length + " characters as this server counts; it takes at most "
                    + characters + ".", "Submit a version with a shorter text.");
        }
        if (dispatch.attachments().size() > pictures) {
            return new Refused(0, "This server takes at most " + pictures + " pictures in a post.",
                    "Submit a version with fewer pictures.");
        }
        for (int i = 0; i < dispatch.attachments().size(); i++) {
            Attachment picture = dispatch.attachments().get(i);
            if (picture.bytes().length > pictureBytes) {
                return new Refused(0, "Picture " + (i + 1) + " has " + picture.bytes().length
                        + " bytes; this server takes at most " + pictureBytes + ".",
                        "Submit a version with a smaller picture.");
            }
            if (picture.altText().codePointCount(0, picture.altText().length()) > description) {
                return new Refused(0, "The alt text of picture " + (i + 1) + " is longer than the " + description
                        + " characters that this server takes.", "Submit a version with a shorter alt text.");
            }
        }
        return null;
    }
}
