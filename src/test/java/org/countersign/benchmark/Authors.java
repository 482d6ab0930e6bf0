package org.countersign.benchmark;

import org.countersign.account.Channel;
import org.countersign.post.Desk;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Simulated authors: every post says something else, so that it can be told from the others on the network.
 */
record Authors(Desk desk) {

    /** From a routine notice to a claim that most roles read. */
    static final List<PostKind> KINDS = List.of(PostKind.EVENT, PostKind.STAFF_SPOTLIGHT, PostKind.WELLNESS_GENERAL,
            PostKind.JOB_RECRUITMENT, PostKind.CLINICAL_CLAIM);

    static final List<String> PEOPLE = List.of("ana", "ben");

    /** The post of this number, submitted as soon as possible. */
    UUID submit(int number) {
        Post draft = draft(number);
        desk.submit(draft.id(), draft.revision(), draft.authorId());
        return draft.id();
    }

    Post draft(int number) {
        return desk.create(content(number), PEOPLE.get(number % PEOPLE.size()));
    }

    /** The number of the post that says this. */
    static int number(String text) {
        return Integer.parseInt(text.replaceAll("\\D", ""));
    }

    static PostKind kind(int number) {
        return KINDS.get(number % KINDS.size());
    }

    private static PostContent content(int number) {
        String text = "Open house number %d at the clinic on Alder Street. Everybody is welcome.".formatted(number);
        return new PostContent(kind(number), Map.of(Channel.MASTODON, text), List.of(), List.of(), List.of(Instance.ACCOUNT),
                new Schedule(null, Instant.now().plus(Duration.ofDays(30)), ZoneId.of("America/New_York")), false, false,
                ServiceLine.GENERAL, false, false);
    }
}
