package org.countersign.post;

import org.countersign.account.Channel;

import java.util.List;
import java.util.Map;

/**
 * Everything that is approved: change one part and it is another version.
 *
 * @param texts       what is said on each channel that a target account belongs to
 * @param links       link targets; a link that is not in the text is added to it when the post is shown or sent
 * @param accounts    ids of the target accounts
 * @param paid        whether reach is paid for
 * @param personShown whether a person who is not staff is shown or described
 * @param newsLinked  whether an incident in the news or a death is touched
 */
public record PostContent(PostKind kind, Map<Channel, String> texts, List<String> links, List<MediaItem> media,
                          List<String> accounts, Schedule schedule, boolean aiAssisted, boolean paid,
                          ServiceLine serviceLine, boolean personShown, boolean newsLinked) {

    public PostContent {
        texts = Map.copyOf(texts);
        links = List.copyOf(links);
        media = List.copyOf(media);
        accounts = List.copyOf(accounts);
    }
}
