package org.countersign.post.api;

import org.countersign.account.Channel;
import org.countersign.post.MediaItem;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A post as a program gets it.
 *
 * @param revision hand it back with the next change
 * @param holders  names of roles or people it waits for
 */
record PostAnswer(UUID id, int revision, PostState state, String stateLabel, boolean editable, String authorId,
                  Instant createdAt, Instant updatedAt, String updatedBy, List<String> holders, Content draft) {

    static PostAnswer of(Post post, List<String> holders) {
        return new PostAnswer(post.id(), post.revision(), post.state(), post.state().label(), post.state().editable(),
                post.authorId(), post.createdAt(), post.updatedAt(), post.updatedBy(), holders, Content.of(post.draft()));
    }

    /** What was written. */
    record Content(PostKind kind, Map<Channel, String> texts, List<String> links, List<MediaItem> media,
                   List<String> accounts, Window schedule, boolean aiAssisted, boolean paid, ServiceLine serviceLine,
                   boolean personShown, boolean newsLinked) {

        static Content of(PostContent content) {
            return new Content(content.kind(), content.texts(), content.links(), content.media(), content.accounts(),
                    Window.of(content.schedule()), content.aiAssisted(), content.paid(), content.serviceLine(),
                    content.personShown(), content.newsLinked());
        }
    }

    /** When it may go out, in UTC. */
    record Window(Instant notBefore, Instant notAfter, String zone) {

        static Window of(Schedule schedule) {
            return schedule == null ? null
                    : new Window(schedule.notBefore(), schedule.notAfter(), schedule.zone().getId());
        }
    }

    /** A version as it was submitted. */
    record Version(int number, String digest, String submittedBy, Instant submittedAt) {

        static Version of(PostVersion version) {
            return new Version(version.number(), version.digest(), version.submittedBy(), version.submittedAt());
        }
    }
}
